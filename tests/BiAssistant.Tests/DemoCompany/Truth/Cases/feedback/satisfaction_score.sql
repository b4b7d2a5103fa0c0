-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT AVG(overall_score) AS value
FROM surveys
WHERE submitted_on >= '2024-01-01' AND submitted_on < '2025-01-01';

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT hotel AS g1, AVG(overall_score) AS value
FROM surveys
WHERE submitted_on >= '2023-04-01' AND submitted_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(submitted_on) AS period, AVG(overall_score) AS value
FROM surveys
WHERE submitted_on >= '2024-01-01' AND submitted_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(submitted_on) AS period, region AS g1, AVG(overall_score) AS value
FROM surveys
WHERE submitted_on >= '2023-04-01' AND submitted_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"field": "guests.nationality"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT nationality_code AS g1, AVG(overall_score) AS value
FROM surveys
WHERE submitted_on >= '2024-01-01' AND submitted_on < '2025-01-01'
GROUP BY ALL;
