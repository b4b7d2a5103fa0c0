-- {"period": {"from": "2024-05-01", "to": "2024-06-01"}}
SELECT COALESCE(now.value, 0) - COALESCE(earlier.value, 0)
FROM (
  SELECT SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-05-01' AND night < '2024-06-01'
) now, (
  SELECT SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-04-01' AND night < '2024-05-01'
) earlier;

-- {"group_by": [{"field": "properties.region"}], "period": {"from": "2024-06-01", "to": "2024-07-01"}}
SELECT g1, COALESCE(now.value, 0) - COALESCE(earlier.value, 0)
FROM (
  SELECT region AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-06-01' AND night < '2024-07-01'
  GROUP BY ALL
) now FULL JOIN (
  SELECT region AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-05-01' AND night < '2024-06-01'
  GROUP BY ALL
) earlier USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, COALESCE(now.value, 0) - COALESCE(earlier.value, 0)
FROM (
  SELECT month_of(night) AS period, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) now FULL JOIN (
  SELECT month_of(night + INTERVAL 1 MONTH) AS period, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2023-12-01' AND night < '2024-12-01'
  GROUP BY ALL
) earlier USING (period);

-- {"group_by": [{"time": "month"}, {"field": "bookings.channel"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2024-01-01", "to": "2024-07-01"}}
SELECT period, g1, COALESCE(now.value, 0) - COALESCE(earlier.value, 0)
FROM (
  SELECT month_of(night) AS period, channel_code AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2024-07-01' AND region = 'Europe'
  GROUP BY ALL
) now FULL JOIN (
  SELECT month_of(night + INTERVAL 1 MONTH) AS period, channel_code AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2023-12-01' AND night < '2024-06-01' AND region = 'Europe'
  GROUP BY ALL
) earlier USING (period, g1);
