-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(visits) AS value
FROM traffic
WHERE day >= '2024-01-01' AND day < '2025-01-01';

-- {"group_by": [{"field": "web_traffic.device"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT device_code AS g1, SUM(visits) AS value
FROM traffic
WHERE day >= '2023-04-01' AND day < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(day) AS period, SUM(visits) AS value
FROM traffic
WHERE day >= '2024-01-01' AND day < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "web_traffic.device", "in": ["MOB"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(day) AS period, region AS g1, SUM(visits) AS value
FROM traffic
WHERE day >= '2023-04-01' AND day < '2024-04-01' AND device_code = 'MOB'
GROUP BY ALL;
