-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(spend_cents) / 100.0 AS value
  FROM spend
  WHERE spent_on >= '2024-01-01' AND spent_on < '2025-01-01'
) n, (
  SELECT SUM(clicks) AS value
  FROM spend
  WHERE spent_on >= '2024-01-01' AND spent_on < '2025-01-01'
) d;

-- {"group_by": [{"field": "campaigns.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, n.value / NULLIF(d.value, 0)
FROM (
  SELECT campaign AS g1, SUM(spend_cents) / 100.0 AS value
  FROM spend
  WHERE spent_on >= '2023-04-01' AND spent_on < '2024-04-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT campaign AS g1, SUM(clicks) AS value
  FROM spend
  WHERE spent_on >= '2023-04-01' AND spent_on < '2024-04-01'
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, n.value / NULLIF(d.value, 0)
FROM (
  SELECT month_of(spent_on) AS period, SUM(spend_cents) / 100.0 AS value
  FROM spend
  WHERE spent_on >= '2024-01-01' AND spent_on < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT month_of(spent_on) AS period, SUM(clicks) AS value
  FROM spend
  WHERE spent_on >= '2024-01-01' AND spent_on < '2025-01-01'
  GROUP BY ALL
) d USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "marketing_channels.name"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, n.value / NULLIF(d.value, 0)
FROM (
  SELECT fiscal_quarter_of(spent_on) AS period, medium AS g1, SUM(spend_cents) / 100.0 AS value
  FROM spend
  WHERE spent_on >= '2023-04-01' AND spent_on < '2024-04-01' AND region = 'Europe'
  GROUP BY ALL
) n FULL JOIN (
  SELECT fiscal_quarter_of(spent_on) AS period, medium AS g1, SUM(clicks) AS value
  FROM spend
  WHERE spent_on >= '2023-04-01' AND spent_on < '2024-04-01' AND region = 'Europe'
  GROUP BY ALL
) d USING (period, g1);
