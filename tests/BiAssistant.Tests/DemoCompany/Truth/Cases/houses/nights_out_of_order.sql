-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT SUM(rooms_out_of_order) AS value
FROM inventory
WHERE night >= '2023-04-01' AND night < '2024-04-01';

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT hotel AS g1, SUM(rooms_out_of_order) AS value
FROM inventory
WHERE night >= '2024-01-01' AND night < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT month_of(night) AS period, SUM(rooms_out_of_order) AS value
FROM inventory
WHERE night >= '2023-01-01' AND night < '2025-01-01'
GROUP BY ALL;
