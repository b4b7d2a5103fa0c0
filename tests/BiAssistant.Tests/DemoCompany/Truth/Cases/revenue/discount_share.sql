-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(discount_amount) AS value
  FROM nights
  WHERE night >= '2023-04-01' AND night < '2024-04-01'
) n, (
  SELECT SUM(room_rate) AS value
  FROM nights
  WHERE night >= '2023-04-01' AND night < '2024-04-01'
) d;

-- {"group_by": [{"field": "bookings.channel"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT channel_code AS g1, SUM(discount_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT channel_code AS g1, SUM(room_rate) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "fiscal_quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT fiscal_quarter_of(night) AS period, SUM(discount_amount) AS value
  FROM nights
  WHERE night >= '2023-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT fiscal_quarter_of(night) AS period, SUM(room_rate) AS value
  FROM nights
  WHERE night >= '2023-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) d USING (period);
