-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * n.value / base.value
FROM (
  SELECT SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
) n, (
  SELECT SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2022-01-01' AND night < '2023-01-01'
) base;

-- {"group_by": [{"field": "properties.region"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT g1, 100.0 * n.value / base.value
FROM (
  SELECT region AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) n LEFT JOIN (
  SELECT region AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2022-01-01' AND night < '2023-01-01'
  GROUP BY ALL
) base USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * n.value / base.value
FROM (
  SELECT month_of(night) AS period, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) n, (
  SELECT SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2022-01-01' AND night < '2023-01-01'
) base;

-- {"group_by": [{"time": "year"}]}
SELECT period, 100.0 * n.value / base.value
FROM (
  SELECT year_of(night) AS period, SUM(net_amount) AS value
  FROM nights
  GROUP BY ALL
) n, (
  SELECT SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2022-01-01' AND night < '2023-01-01'
) base;

-- {"group_by": [{"time": "quarter"}, {"field": "bookings.channel"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, g1, 100.0 * n.value / base.value
FROM (
  SELECT quarter_of(night) AS period, channel_code AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) n LEFT JOIN (
  SELECT channel_code AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2022-01-01' AND night < '2023-01-01'
  GROUP BY ALL
) base USING (g1);
