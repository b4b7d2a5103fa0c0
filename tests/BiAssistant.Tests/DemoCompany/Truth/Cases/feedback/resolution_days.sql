-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT AVG(resolved_on - opened_on) AS value
FROM raised
WHERE resolved_on >= '2024-01-01' AND resolved_on < '2025-01-01';

-- {"group_by": [{"field": "complaints.source"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT source_code AS g1, AVG(resolved_on - opened_on) AS value
FROM raised
WHERE resolved_on >= '2023-04-01' AND resolved_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(resolved_on) AS period, AVG(resolved_on - opened_on) AS value
FROM raised
WHERE resolved_on >= '2024-01-01' AND resolved_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "complaints.severity"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(resolved_on) AS period, severity_code AS g1, AVG(resolved_on - opened_on) AS value
FROM raised
WHERE resolved_on >= '2023-04-01' AND resolved_on < '2024-04-01' AND region = 'Europe'
GROUP BY ALL;
