-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT AVG(nights) AS value
FROM booked
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2023-04-01' AND arrival_date < '2024-04-01';

-- {"group_by": [{"field": "properties.style"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT style_code AS g1, AVG(nights) AS value
FROM booked
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2024-01-01' AND arrival_date < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT quarter_of(arrival_date) AS period, AVG(nights) AS value
FROM booked
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2023-01-01' AND arrival_date < '2025-01-01'
GROUP BY ALL;
