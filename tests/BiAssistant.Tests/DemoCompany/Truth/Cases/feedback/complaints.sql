-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT COUNT(*) AS value
FROM raised
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01';

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT hotel AS g1, COUNT(*) AS value
FROM raised
WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(opened_on) AS period, COUNT(*) AS value
FROM raised
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"field": "properties.region"}, {"field": "complaints.severity"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT region AS g1, severity_code AS g2, COUNT(*) AS value
FROM raised
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"field": "guests.nationality"}], "where": {"field": "complaints.severity", "in": [3, 4]}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT nationality_code AS g1, COUNT(*) AS value
FROM raised
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01' AND severity_code IN (3, 4)
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_year"}]}
SELECT fiscal_year_of(opened_on) AS period, COUNT(*) AS value
FROM raised
GROUP BY ALL;

-- {"group_by": [{"field": "complaint_topics.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT topic, COUNT(*)
FROM raised_topics
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"field": "properties.name"}], "where": {"field": "complaint_topics.name", "in": ["Noise", "Food"]}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT hotel, COUNT(*)
FROM raised
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
  AND complaint_id IN (SELECT complaint_id FROM raised_topics WHERE topic IN ('Noise', 'Food'))
GROUP BY ALL;
