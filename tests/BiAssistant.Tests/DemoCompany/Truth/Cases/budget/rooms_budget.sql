-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT SUM(amount) AS value
FROM budgeted
WHERE line_code = 'ROM' AND month >= '2023-04-01' AND month < '2024-04-01';

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT hotel AS g1, SUM(amount) AS value
FROM budgeted
WHERE line_code = 'ROM' AND month >= '2024-01-01' AND month < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT fiscal_quarter_of(month) AS period, SUM(amount) AS value
FROM budgeted
WHERE line_code = 'ROM' AND month >= '2023-01-01' AND month < '2025-01-01'
GROUP BY ALL;
