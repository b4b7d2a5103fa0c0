-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT SUM(bookings_completed) AS value
FROM traffic
WHERE day >= '2023-04-01' AND day < '2024-04-01';

-- {"group_by": [{"field": "web_traffic.device"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT device_code AS g1, SUM(bookings_completed) AS value
FROM traffic
WHERE day >= '2024-01-01' AND day < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT fiscal_quarter_of(day) AS period, SUM(bookings_completed) AS value
FROM traffic
WHERE day >= '2023-01-01' AND day < '2025-01-01'
GROUP BY ALL;
