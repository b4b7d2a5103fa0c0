-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT SUM(net_amount) AS value
FROM nights
WHERE night >= '2023-04-01' AND night < '2024-04-01';

-- {"group_by": [{"field": "properties.region"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT region AS g1, SUM(net_amount) AS value
FROM nights
WHERE night >= '2024-01-01' AND night < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT month_of(night) AS period, SUM(net_amount) AS value
FROM nights
WHERE night >= '2023-01-01' AND night < '2025-01-01'
GROUP BY ALL;
