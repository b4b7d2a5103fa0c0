-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT AVG(goal_tenths) / 10 AS value
FROM goals
WHERE quarter_start >= '2024-01-01' AND quarter_start < '2025-01-01';

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT hotel AS g1, AVG(goal_tenths) / 10 AS value
FROM goals
WHERE quarter_start >= '2023-04-01' AND quarter_start < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "quarter"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT quarter_of(quarter_start) AS period, AVG(goal_tenths) / 10 AS value
FROM goals
WHERE quarter_start >= '2024-01-01' AND quarter_start < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "properties.style", "in": ["CTY"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(quarter_start) AS period, region AS g1, AVG(goal_tenths) / 10 AS value
FROM goals
WHERE quarter_start >= '2023-04-01' AND quarter_start < '2024-04-01' AND style_code = 'CTY'
GROUP BY ALL;
