-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(rooms_out_of_order) AS value
  FROM inventory
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
) n, (
  SELECT SUM(rooms_total) AS value
  FROM inventory
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
) d;

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT hotel AS g1, SUM(rooms_out_of_order) AS value
  FROM inventory
  WHERE night >= '2023-04-01' AND night < '2024-04-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT hotel AS g1, SUM(rooms_total) AS value
  FROM inventory
  WHERE night >= '2023-04-01' AND night < '2024-04-01'
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT month_of(night) AS period, SUM(rooms_out_of_order) AS value
  FROM inventory
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT month_of(night) AS period, SUM(rooms_total) AS value
  FROM inventory
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) d USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "room_types.name"}], "where": {"field": "properties.region", "in": ["East Asia"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT fiscal_quarter_of(night) AS period, room_type AS g1, SUM(rooms_out_of_order) AS value
  FROM inventory
  WHERE night >= '2023-04-01' AND night < '2024-04-01' AND region = 'East Asia'
  GROUP BY ALL
) n FULL JOIN (
  SELECT fiscal_quarter_of(night) AS period, room_type AS g1, SUM(rooms_total) AS value
  FROM inventory
  WHERE night >= '2023-04-01' AND night < '2024-04-01' AND region = 'East Asia'
  GROUP BY ALL
) d USING (period, g1);
