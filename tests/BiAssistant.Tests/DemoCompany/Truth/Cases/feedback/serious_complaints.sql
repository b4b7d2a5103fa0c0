-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT COUNT(*) AS value
FROM raised
WHERE severity_code >= 3 AND opened_on >= '2024-01-01' AND opened_on < '2025-01-01';

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT hotel AS g1, COUNT(*) AS value
FROM raised
WHERE severity_code >= 3 AND opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(opened_on) AS period, COUNT(*) AS value
FROM raised
WHERE severity_code >= 3 AND opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "complaints.source"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(opened_on) AS period, source_code AS g1, COUNT(*) AS value
FROM raised
WHERE severity_code >= 3 AND opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND region = 'Europe'
GROUP BY ALL;
