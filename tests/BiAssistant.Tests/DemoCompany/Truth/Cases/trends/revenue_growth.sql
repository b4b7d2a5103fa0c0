-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * (COALESCE(now.value, 0) - earlier.value) / earlier.value
FROM (
  SELECT SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
) now, (
  SELECT SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2023-01-01' AND night < '2024-01-01'
) earlier;

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, 100.0 * (COALESCE(now.value, 0) - earlier.value) / earlier.value
FROM (
  SELECT hotel AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2023-04-01' AND night < '2024-04-01'
  GROUP BY ALL
) now FULL JOIN (
  SELECT hotel AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2022-04-01' AND night < '2023-04-01'
  GROUP BY ALL
) earlier USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * (COALESCE(now.value, 0) - earlier.value) / earlier.value
FROM (
  SELECT month_of(night) AS period, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) now FULL JOIN (
  SELECT month_of(night + INTERVAL 12 MONTH) AS period, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2023-01-01' AND night < '2024-01-01'
  GROUP BY ALL
) earlier USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "bookings.channel"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, 100.0 * (COALESCE(now.value, 0) - earlier.value) / earlier.value
FROM (
  SELECT fiscal_quarter_of(night) AS period, channel_code AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2023-04-01' AND night < '2024-04-01' AND region = 'Europe'
  GROUP BY ALL
) now FULL JOIN (
  SELECT fiscal_quarter_of(night + INTERVAL 12 MONTH) AS period, channel_code AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2022-04-01' AND night < '2023-04-01' AND region = 'Europe'
  GROUP BY ALL
) earlier USING (period, g1);
