-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT COUNT(*) AS value
FROM booked
WHERE status_code = 'NSH' AND arrival_date >= '2023-04-01' AND arrival_date < '2024-04-01';

-- {"group_by": [{"field": "properties.region"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT region AS g1, COUNT(*) AS value
FROM booked
WHERE status_code = 'NSH' AND arrival_date >= '2024-01-01' AND arrival_date < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT fiscal_quarter_of(arrival_date) AS period, COUNT(*) AS value
FROM booked
WHERE status_code = 'NSH' AND arrival_date >= '2023-01-01' AND arrival_date < '2025-01-01'
GROUP BY ALL;
