-- {"measures": [{"metric": "complaints"}, {"metric": "satisfaction_score"}, {"metric": "revenue"}], "group_by": [{"time": "quarter"}, {"field": "properties.region"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, region, COALESCE(complaints, 0), score, revenue
FROM (SELECT quarter_of(night) AS period, region, SUM(net_amount) AS revenue FROM nights WHERE year(night) = 2024 GROUP BY ALL)
FULL JOIN (SELECT quarter_of(opened_on) AS period, region, COUNT(*) AS complaints FROM raised WHERE year(opened_on) = 2024 GROUP BY ALL) USING (period, region)
FULL JOIN (SELECT quarter_of(submitted_on) AS period, region, AVG(overall_score) AS score FROM surveys WHERE year(submitted_on) = 2024 GROUP BY ALL) USING (period, region);

-- {"measures": [{"metric": "complaint_rate"}], "group_by": [{"field": "guests.nationality"}], "where": {"field": "guests.nationality", "empty": false}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT nationality_code, COALESCE(complaints, 0) / sold
FROM (SELECT nationality_code, COUNT(*) AS sold FROM nights WHERE year(night) = 2024 AND nationality_code IS NOT NULL GROUP BY ALL)
LEFT JOIN (SELECT nationality_code, COUNT(*) AS complaints FROM raised WHERE year(opened_on) = 2024 GROUP BY ALL) USING (nationality_code);

-- {"measures": [{"metric": "open_complaints"}, {"metric": "complaints"}], "group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period,
  (SELECT COUNT(*) FROM raised WHERE opened_on <= last_day AND (resolved_on IS NULL OR resolved_on > last_day)),
  (SELECT COUNT(*) FROM raised WHERE month_of(opened_on) = period)
FROM month_ends('2024-01-01', '2025-01-01');

-- {"measures": [{"metric": "complaints"}], "group_by": [{"time": "month", "field": "complaints.resolved_at"}], "where": {"field": "complaints.resolved_at", "period": {"from": "2024-01-01", "to": "2025-01-01"}}}
SELECT month_of(resolved_on), COUNT(*)
FROM raised
WHERE year(resolved_on) = 2024
GROUP BY ALL;

-- {"measures": [{"metric": "complaints"}, {"metric": "compensation"}], "group_by": [{"field": "complaint_topics.name"}, {"field": "properties.region"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT topic, region, COUNT(*), SUM(compensation_cents) / 100.0
FROM raised_topics
WHERE year(opened_on) = 2024
GROUP BY ALL;

-- {"measures": [{"metric": "resolution_days"}, {"metric": "open_complaints"}], "where": {"field": "complaint_topics.name", "in": ["Noise"]}, "period": {"from": "2024-07-01", "to": "2024-10-01"}}
SELECT
  (SELECT AVG(resolved_on - opened_on) FROM raised WHERE resolved_on >= '2024-07-01' AND resolved_on < '2024-10-01' AND complaint_id IN (SELECT complaint_id FROM raised_topics WHERE topic = 'Noise')),
  (SELECT COUNT(*) FROM raised WHERE opened_on <= '2024-09-30' AND (resolved_on IS NULL OR resolved_on > '2024-09-30') AND complaint_id IN (SELECT complaint_id FROM raised_topics WHERE topic = 'Noise'));

-- {"measures": [{"metric": "complaints"}], "group_by": [{"field": "properties.name"}], "where": {"not": {"field": "complaint_topics.name", "in": ["Noise", "Staff"]}}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT hotel, COUNT(*)
FROM raised
WHERE year(opened_on) = 2024 AND complaint_id NOT IN (SELECT complaint_id FROM raised_topics WHERE topic IN ('Noise', 'Staff'))
GROUP BY ALL;

-- {"measures": [{"metric": "review_score"}, {"metric": "reviews"}], "group_by": [{"field": "properties.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}, "having": {"measure": "reviews", "operator": ">", "value": 15}}
SELECT hotel, AVG(rating), COUNT(*)
FROM reviewed
WHERE year(posted_on) = 2024
GROUP BY ALL
HAVING COUNT(*) > 15;

-- {"measures": [{"metric": "review_score"}], "group_by": [{"field": "properties.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}, "order_by": [{"by": "review_score", "direction": "desc"}], "top": {"count": 3}}
SELECT hotel, AVG(rating)
FROM reviewed
WHERE year(posted_on) = 2024
GROUP BY hotel
QUALIFY RANK() OVER (ORDER BY AVG(rating) DESC) <= 3;

-- {"measures": [{"aggregate": "median", "field": "satisfaction_surveys.overall_score"}, {"aggregate": "percentile", "field": "satisfaction_surveys.overall_score", "argument": 0.9}, {"aggregate": "standard_deviation", "field": "satisfaction_surveys.overall_score"}], "group_by": [{"field": "properties.region"}]}
SELECT region, MEDIAN(overall_score), quantile_cont(overall_score, 0.9), STDDEV(overall_score)
FROM surveys
GROUP BY ALL;

-- {"measures": [{"aggregate": "count_distinct", "field": "complaints.source"}, {"aggregate": "average", "field": "complaints.compensation"}, {"aggregate": "max", "field": "complaints.compensation"}], "group_by": [{"field": "complaints.severity"}]}
SELECT severity_code, COUNT(DISTINCT source_code), AVG(compensation_cents) / 100.0, MAX(compensation_cents) / 100.0
FROM raised
GROUP BY ALL;

-- {"measures": [{"metric": "reviews", "filter": {"field": "reviews.rating", "operator": "<=", "value": 2}, "as": "bad"}, {"metric": "reviews"}], "group_by": [{"field": "reviews.site"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT site_code, COUNT(*) FILTER (WHERE rating <= 2), COUNT(*)
FROM reviewed
WHERE year(posted_on) = 2024
GROUP BY ALL;

-- {"measures": [{"operator": "divide", "left": {"metric": "complaints"}, "right": {"metric": "stays"}}], "group_by": [{"field": "properties.country"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT country, COALESCE(complaints, 0) / stays
FROM (SELECT country, COUNT(*) AS stays FROM booked WHERE year(arrival_date) = 2024 AND status_code IN ('OUT', 'INH') GROUP BY ALL)
LEFT JOIN (SELECT country, COUNT(*) AS complaints FROM raised WHERE year(opened_on) = 2024 GROUP BY ALL) USING (country);

-- {"measures": [{"shifted": {"metric": "complaint_rate"}, "by": {"count": 1, "grain": "year"}, "show": "change"}], "group_by": [{"field": "properties.region"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT region, now.complaints / now.sold - earlier.complaints / earlier.sold
FROM (SELECT region, (SELECT COUNT(*) FROM raised r WHERE r.region = n.region AND year(r.opened_on) = 2024) AS complaints, COUNT(*) AS sold FROM nights n WHERE year(night) = 2024 GROUP BY ALL) now
JOIN (SELECT region, (SELECT COUNT(*) FROM raised r WHERE r.region = n.region AND year(r.opened_on) = 2023) AS complaints, COUNT(*) AS sold FROM nights n WHERE year(night) = 2023 GROUP BY ALL) earlier USING (region);

-- {"measures": [{"rolling": {"metric": "complaints"}, "window": {"count": 3, "grain": "month"}}], "group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, (SELECT COUNT(*) FROM raised WHERE opened_on <= last_day AND opened_on >= period - INTERVAL 2 MONTH)
FROM month_ends('2024-01-01', '2025-01-01');

-- {"measures": [{"running": {"metric": "reviews"}}, {"to_date": {"metric": "reply_rate"}, "grain": "fiscal_year"}], "group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period,
  (SELECT COUNT(*) FROM reviewed WHERE posted_on <= last_day),
  (SELECT 100.0 * COUNT(replied_on) / COUNT(*) FROM reviewed WHERE posted_on <= last_day AND posted_on >= fiscal_year_of(last_day))
FROM month_ends('2024-01-01', '2025-01-01');
