-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2023-04-01' AND night < '2024-04-01'
) n, (
  SELECT SUM(amount) AS value
  FROM budgeted
  WHERE line_code = 'ROM' AND month >= '2023-04-01' AND month < '2024-04-01'
) d;

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT hotel AS g1, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT hotel AS g1, SUM(amount) AS value
  FROM budgeted
  WHERE line_code = 'ROM' AND month >= '2024-01-01' AND month < '2025-01-01'
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT quarter_of(night) AS period, SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2023-01-01' AND night < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT quarter_of(month) AS period, SUM(amount) AS value
  FROM budgeted
  WHERE line_code = 'ROM' AND month >= '2023-01-01' AND month < '2025-01-01'
  GROUP BY ALL
) d USING (period);

-- {"period": {"from": "2024-04-01", "to": "2025-04-01"}}
-- On the last of December 275 of the fiscal year's 365 days are over.
SELECT 100.0 * 365 / 275 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(net_amount) AS value
  FROM nights
  WHERE night >= '2024-04-01' AND night < '2025-04-01'
) n, (
  SELECT SUM(amount) AS value
  FROM budgeted
  WHERE line_code = 'ROM' AND month >= '2024-04-01' AND month < '2025-04-01'
) d;
