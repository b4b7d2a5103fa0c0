-- {"measures": [{"metric": "complaints"}, {"metric": "compensation"}], "where": {"field": "complaints.compensation", "operator": ">", "value": 60}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT COUNT(*), SUM(compensation_cents) / 100.0
FROM raised
WHERE year(opened_on) = 2024 AND compensation_cents > 6000;

-- {"measures": [{"aggregate": "sum", "field": "complaints.compensation"}, {"aggregate": "average", "field": "complaints.compensation"}, {"aggregate": "min", "field": "complaints.compensation"}, {"aggregate": "median", "field": "complaints.compensation"}], "group_by": [{"field": "complaints.source"}]}
SELECT source_code, SUM(compensation_cents) / 100.0, AVG(compensation_cents) / 100.0, MIN(compensation_cents) / 100.0, MEDIAN(compensation_cents) / 100.0
FROM raised
GROUP BY ALL;

-- {"measures": [{"metric": "complaints"}], "group_by": [{"field": "complaints.source"}], "where": {"field": "complaints.days_to_resolve", "operator": ">=", "value": 7}}
SELECT source_code, COUNT(*)
FROM raised
WHERE resolved_on - opened_on >= 7
GROUP BY ALL;

-- {"measures": [{"aggregate": "percentile", "field": "complaints.days_to_resolve", "argument": 0.9}, {"metric": "resolution_days"}], "group_by": [{"field": "complaints.severity"}], "where": {"field": "complaints.resolved_at", "empty": false}}
SELECT severity_code, quantile_cont(resolved_on - opened_on, 0.9), AVG(resolved_on - opened_on)
FROM raised
WHERE resolved_on IS NOT NULL
GROUP BY ALL;

-- {"measures": [{"metric": "complaints"}], "group_by": [{"field": "properties.name"}], "where": {"all": [{"field": "complaints.opened_at", "period": {"from": "2024-01-01", "to": "2025-01-01"}}, {"field": "complaints.resolved_at", "empty": true}]}}
SELECT hotel, COUNT(*)
FROM raised
WHERE year(opened_on) = 2024 AND resolved_on IS NULL
GROUP BY ALL;

-- {"measures": [{"metric": "members"}], "group_by": [{"field": "loyalty_members.newsletter"}], "where": {"field": "loyalty_members.joined_on", "period": {"from": "2023-01-01", "to": "2024-01-01"}}}
SELECT newsletter, COUNT(*)
FROM members
WHERE year(joined_on) = 2023 AND (left_on IS NULL OR left_on > '2024-12-31')
GROUP BY ALL;

-- {"measures": [{"metric": "restaurant_revenue"}], "group_by": [{"field": "outlets.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT outlet_id, outlet, SUM(net_amount)
FROM checks
WHERE year(opened_on) = 2024
GROUP BY ALL;

-- {"measures": [{"metric": "satisfaction_score"}, {"metric": "survey_responses"}], "group_by": [{"field": "satisfaction_surveys.would_recommend"}], "where": {"field": "properties.opened_on", "period": {"from": null, "to": "2015-01-01"}}}
SELECT would_recommend, AVG(overall_score), COUNT(*)
FROM surveys
WHERE property_code IN (SELECT property_code FROM properties WHERE opened_on < '2015-01-01')
GROUP BY ALL;

-- {"measures": [{"aggregate": "average", "field": "reviews.rating"}, {"aggregate": "count", "field": "reviews.review_language"}, {"aggregate": "count_distinct", "field": "reviews.review_language"}], "group_by": [{"field": "properties.country"}]}
SELECT country, AVG(rating), COUNT(language_code), COUNT(DISTINCT language_code)
FROM reviewed
GROUP BY ALL;

-- {"measures": [{"metric": "reviews"}], "where": {"term": "unanswered"}, "group_by": [{"field": "reviews.rating"}]}
SELECT rating, COUNT(*)
FROM reviewed
WHERE replied_on IS NULL
GROUP BY ALL;

-- {"measures": [{"metric": "reviews"}], "group_by": [{"field": "properties.region"}], "where": {"field": "reviews.review_language", "in": ["en", null]}}
SELECT region, COUNT(*)
FROM reviewed
WHERE language_code = 'en' OR language_code IS NULL
GROUP BY ALL;

-- {"measures": [{"aggregate": "max", "field": "service_goals.goal"}, {"aggregate": "min", "field": "service_goals.goal"}, {"metric": "satisfaction_goal"}], "where": {"field": "service_goals.goal", "operator": ">=", "value": 8}}
SELECT MAX(goal_tenths) / 10, MIN(goal_tenths) / 10, AVG(goal_tenths) / 10
FROM goals
WHERE goal_tenths >= 80;

-- {"measures": [{"metric": "spa_revenue"}, {"metric": "spa_visits"}], "group_by": [{"field": "guests.loyalty_tier"}], "where": {"field": "spa_visits.amount", "operator": ">", "value": 100}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT loyalty_tier, SUM(amount_cents) FILTER (WHERE status_code IN ('DON', 'NSH')) / 100.0, COUNT(*) FILTER (WHERE status_code = 'DON')
FROM visits
WHERE amount_cents > 10000 AND year(started_on) = 2024
GROUP BY ALL;

-- {"measures": [{"metric": "marketing_spend"}, {"aggregate": "average", "field": "marketing_spend.amount"}], "group_by": [{"field": "campaigns.name"}], "where": {"field": "campaigns.ended_on", "empty": true}}
SELECT campaign, SUM(spend_cents) / 100.0, AVG(spend_cents) / 100.0
FROM spend JOIN (SELECT campaign_code, ended_on FROM campaigns) USING (campaign_code)
WHERE ended_on IS NULL
GROUP BY ALL;

-- {"measures": [{"metric": "points_redeemed"}, {"metric": "points_earned"}, {"metric": "redemption_rate"}], "group_by": [{"field": "properties.region", "via": "transaction_property"}, {"time": "year"}]}
SELECT year_of(happened_on), region, COALESCE(SUM(-points) FILTER (WHERE kind_code = 'RDM'), 0), COALESCE(SUM(points) FILTER (WHERE kind_code = 'ERN'), 0),
  100.0 * COALESCE(SUM(-points) FILTER (WHERE kind_code = 'RDM'), 0) / NULLIF(SUM(points) FILTER (WHERE kind_code = 'ERN'), 0)
FROM points_moved
WHERE kind_code IN ('RDM', 'ERN')
GROUP BY ALL;
