-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(amount) AS value
FROM budgeted
WHERE month >= '2024-01-01' AND month < '2025-01-01';

-- {"group_by": [{"field": "budgets.line"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT line_code AS g1, SUM(amount) AS value
FROM budgeted
WHERE month >= '2023-04-01' AND month < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(month) AS period, SUM(amount) AS value
FROM budgeted
WHERE month >= '2024-01-01' AND month < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "properties.style", "in": ["CTY"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(month) AS period, region AS g1, SUM(amount) AS value
FROM budgeted
WHERE month >= '2023-04-01' AND month < '2024-04-01' AND style_code = 'CTY'
GROUP BY ALL;
