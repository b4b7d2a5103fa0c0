-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT SUM(searches) AS value
FROM traffic
WHERE day >= '2023-04-01' AND day < '2024-04-01';

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT hotel AS g1, SUM(searches) AS value
FROM traffic
WHERE day >= '2024-01-01' AND day < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT month_of(day) AS period, SUM(searches) AS value
FROM traffic
WHERE day >= '2023-01-01' AND day < '2025-01-01'
GROUP BY ALL;
