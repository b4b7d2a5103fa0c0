-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(compensation_cents) / 100.0 AS value
FROM raised
WHERE compensation_cents IS NOT NULL AND opened_on >= '2024-01-01' AND opened_on < '2025-01-01';

-- {"group_by": [{"field": "complaints.severity"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT severity_code AS g1, SUM(compensation_cents) / 100.0 AS value
FROM raised
WHERE compensation_cents IS NOT NULL AND opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(opened_on) AS period, SUM(compensation_cents) / 100.0 AS value
FROM raised
WHERE compensation_cents IS NOT NULL AND opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "complaints.severity", "in": [3, 4]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(opened_on) AS period, region AS g1, SUM(compensation_cents) / 100.0 AS value
FROM raised
WHERE compensation_cents IS NOT NULL AND opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND severity_code IN (3, 4)
GROUP BY ALL;
