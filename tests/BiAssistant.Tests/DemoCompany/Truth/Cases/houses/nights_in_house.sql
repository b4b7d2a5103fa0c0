-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT SUM(rooms_total) AS value
FROM inventory
WHERE night >= '2023-04-01' AND night < '2024-04-01';

-- {"group_by": [{"field": "room_types.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT room_type AS g1, SUM(rooms_total) AS value
FROM inventory
WHERE night >= '2024-01-01' AND night < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT fiscal_quarter_of(night) AS period, SUM(rooms_total) AS value
FROM inventory
WHERE night >= '2023-01-01' AND night < '2025-01-01'
GROUP BY ALL;
