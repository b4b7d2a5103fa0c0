-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT SUM(room_rate) AS value
FROM nights
WHERE night >= '2023-04-01' AND night < '2024-04-01';

-- {"group_by": [{"field": "properties.country"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT country AS g1, SUM(room_rate) AS value
FROM nights
WHERE night >= '2024-01-01' AND night < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT quarter_of(night) AS period, SUM(room_rate) AS value
FROM nights
WHERE night >= '2023-01-01' AND night < '2025-01-01'
GROUP BY ALL;
