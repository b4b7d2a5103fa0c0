-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT COUNT(*) AS value
FROM nights
WHERE night >= '2023-04-01' AND night < '2024-04-01';

-- {"group_by": [{"field": "guests.nationality"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT nationality_code AS g1, COUNT(*) AS value
FROM nights
WHERE night >= '2024-01-01' AND night < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT month_of(night) AS period, COUNT(*) AS value
FROM nights
WHERE night >= '2023-01-01' AND night < '2025-01-01'
GROUP BY ALL;
