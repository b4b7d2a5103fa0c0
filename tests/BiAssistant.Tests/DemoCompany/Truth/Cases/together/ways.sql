-- {"measures": [{"count": "complaints"}, {"count": "reviews"}, {"count": "properties"}], "group_by": [{"field": "properties.region"}]}
SELECT region, complaints, reviews, houses
FROM (SELECT region, COUNT(*) AS complaints FROM raised GROUP BY ALL)
FULL JOIN (SELECT region, COUNT(*) AS reviews FROM reviewed GROUP BY ALL) USING (region)
FULL JOIN (SELECT region, COUNT(*) AS houses FROM hotels GROUP BY ALL) USING (region);

-- {"measures": [{"count": "complaint_topics"}]}
SELECT COUNT(*) FROM complaint_topics;

-- {"measures": [{"metric": "complaints"}], "where": {"all": [{"field": "complaint_topics.name", "in": ["Noise"]}, {"field": "complaint_topics.name", "in": ["Staff"]}]}}
SELECT COUNT(*)
FROM raised
WHERE complaint_id IN (SELECT complaint_id FROM raised_topics WHERE topic = 'Noise') AND complaint_id IN (SELECT complaint_id FROM raised_topics WHERE topic = 'Staff');

-- {"measures": [{"metric": "complaints"}], "group_by": [{"field": "complaint_topics.name"}], "where": {"field": "complaint_topics.name", "in": ["Noise", "Staff"]}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT topic, COUNT(*)
FROM raised_topics
WHERE topic IN ('Noise', 'Staff') AND year(opened_on) = 2024
GROUP BY ALL;

-- {"measures": [{"metric": "complaint_rate"}], "group_by": [{"time": "fiscal_year"}]}
SELECT period, complaints / sold
FROM (SELECT fiscal_year_of(opened_on) AS period, COUNT(*) AS complaints FROM raised GROUP BY ALL)
FULL JOIN (SELECT fiscal_year_of(night) AS period, COUNT(*) AS sold FROM nights GROUP BY ALL) USING (period);

-- {"measures": [{"metric": "satisfaction_score"}, {"metric": "satisfaction_goal"}, {"metric": "satisfaction_attainment"}], "group_by": [{"time": "fiscal_quarter"}], "where": {"field": "properties.country", "in": ["South Korea"]}, "period": {"from": "2022-10-01", "to": "2023-10-01"}}
SELECT period, score, goal, 100.0 * score / goal
FROM (SELECT quarter_of(submitted_on) AS period, AVG(overall_score) AS score FROM surveys WHERE country = 'South Korea' AND submitted_on >= '2022-10-01' AND submitted_on < '2023-10-01' GROUP BY ALL)
FULL JOIN (SELECT quarter_start AS period, AVG(goal_tenths) / 10 AS goal FROM goals WHERE country = 'South Korea' AND quarter_start >= '2022-10-01' AND quarter_start < '2023-10-01' GROUP BY ALL) USING (period);

-- {"measures": [{"metric": "satisfaction_attainment"}], "group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2024-05-01"}}
SELECT period, 100.0 * score / goal
FROM (SELECT month_of(submitted_on) AS period, AVG(overall_score) AS score FROM surveys WHERE submitted_on >= '2024-01-01' AND submitted_on < '2024-05-01' GROUP BY ALL)
FULL JOIN (SELECT quarter_start AS period, AVG(goal_tenths) / 10 AS goal FROM goals WHERE quarter_start >= '2024-01-01' AND quarter_start < '2024-05-01' GROUP BY ALL) USING (period);

-- {"measures": [{"metric": "reviews"}, {"metric": "complaints"}, {"metric": "survey_responses"}], "group_by": [{"time": "week"}], "period": {"from": "2024-12-02", "to": "2025-01-01"}}
SELECT period, COALESCE(reviews, 0), CASE WHEN period <= (SELECT MAX(opened_on) FROM raised) THEN COALESCE(complaints, 0) END,
       CASE WHEN period <= (SELECT MAX(submitted_on) FROM surveys) THEN COALESCE(responses, 0) END
FROM (SELECT week_of(posted_on) AS period, COUNT(*) AS reviews FROM reviewed WHERE posted_on >= '2024-12-02' GROUP BY ALL)
FULL JOIN (SELECT week_of(opened_on) AS period, COUNT(*) AS complaints FROM raised WHERE opened_on >= '2024-12-02' GROUP BY ALL) USING (period)
FULL JOIN (SELECT week_of(submitted_on) AS period, COUNT(*) AS responses FROM surveys WHERE submitted_on >= '2024-12-02' GROUP BY ALL) USING (period);

-- {"measures": [{"metric": "complaints"}], "where": {"field": "complaints.opened_at", "period": {"from": "2024-05-31", "to": "2024-06-01"}}}
SELECT COUNT(*) FROM raised WHERE opened_on = '2024-05-31';

-- {"measures": [{"metric": "complaints"}, {"metric": "open_complaints"}], "period": {"from": "2024-05-31", "to": "2024-06-01"}}
SELECT
  (SELECT COUNT(*) FROM raised WHERE opened_on = '2024-05-31'),
  (SELECT COUNT(*) FROM raised WHERE opened_on <= '2024-05-31' AND (resolved_on IS NULL OR resolved_on > '2024-05-31'));

-- {"measures": [{"metric": "complaints"}], "group_by": [{"time": "hour"}], "period": {"from": "2024-05-01", "to": "2024-05-04"}}
SELECT date_trunc('hour', opened_at), COUNT(*)
FROM raised
WHERE opened_on >= '2024-05-01' AND opened_on < '2024-05-04'
GROUP BY ALL;

-- {"measures": [{"metric": "members"}, {"metric": "loyalty_signups"}], "group_by": [{"field": "guests.nationality"}], "period": {"from": "2024-01-01", "to": "2024-07-01"}}
SELECT COALESCE(held.nationality_code, new.nationality_code), COALESCE(members, 0), COALESCE(signups, 0)
FROM (SELECT nationality_code, COUNT(*) AS members FROM members WHERE joined_on <= '2024-06-30' AND (left_on IS NULL OR left_on > '2024-06-30') GROUP BY ALL) held
FULL JOIN (SELECT nationality_code, COUNT(*) AS signups FROM guests WHERE joined_on >= '2024-01-01' AND joined_on < '2024-07-01' GROUP BY ALL) new
  ON held.nationality_code IS NOT DISTINCT FROM new.nationality_code;

-- {"measures": [{"metric": "revenue"}], "where": {"term": "VIP guests"}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(net_amount)
FROM nights
WHERE year(night) = 2024
  AND (loyalty_tier = 'P' OR guest_id IN (SELECT guest_id FROM booked WHERE status_code IN ('OUT', 'INH') GROUP BY ALL HAVING COUNT(*) >= 8));

-- {"measures": [{"metric": "complaints"}], "where": {"term": "VIP guests"}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT COUNT(*)
FROM raised
WHERE year(opened_on) = 2024
  AND (loyalty_tier = 'P' OR guest_id IN (SELECT guest_id FROM booked WHERE status_code IN ('OUT', 'INH') GROUP BY ALL HAVING COUNT(*) >= 8));

-- {"measures": [{"metric": "satisfaction_score"}], "group_by": [{"field": "guests.lifetime_stays"}]}
SELECT CASE WHEN guest_id IS NULL THEN NULL ELSE COALESCE(stays, 0) END, AVG(overall_score)
FROM surveys LEFT JOIN (SELECT guest_id, COUNT(*) AS stays FROM bookings WHERE status_code IN ('OUT', 'INH') GROUP BY ALL) USING (guest_id)
GROUP BY ALL;

-- {"measures": [{"metric": "complaints"}], "group_by": [{"field": "guests.nationality"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}, "order_by": [{"by": "complaints", "direction": "desc"}], "top": {"count": 2}}
SELECT nationality_code, complaints
FROM (SELECT nationality_code, COUNT(*) AS complaints FROM raised WHERE year(opened_on) = 2024 GROUP BY ALL)
QUALIFY RANK() OVER (ORDER BY complaints DESC) <= 2;
