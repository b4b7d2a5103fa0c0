-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
) n, (
  SELECT COUNT(*) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
) d;

-- {"group_by": [{"field": "room_types.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, n.value / NULLIF(d.value, 0)
FROM (
  SELECT room_type AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2023-04-01' AND night < '2024-04-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT room_type AS g1, COUNT(*) AS value
  FROM nights
  WHERE night >= '2023-04-01' AND night < '2024-04-01'
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, n.value / NULLIF(d.value, 0)
FROM (
  SELECT month_of(night) AS period, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT month_of(night) AS period, COUNT(*) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) d USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "bookings.channel", "in": ["DIR"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, n.value / NULLIF(d.value, 0)
FROM (
  SELECT fiscal_quarter_of(night) AS period, region AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2023-04-01' AND night < '2024-04-01' AND channel_code = 'DIR'
  GROUP BY ALL
) n FULL JOIN (
  SELECT fiscal_quarter_of(night) AS period, region AS g1, COUNT(*) AS value
  FROM nights
  WHERE night >= '2023-04-01' AND night < '2024-04-01' AND channel_code = 'DIR'
  GROUP BY ALL
) d USING (period, g1);
