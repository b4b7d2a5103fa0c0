-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(spend_cents) / 100.0 AS value
  FROM spend
  WHERE spent_on >= '2024-01-01' AND spent_on < '2025-01-01'
) n, (
  SELECT COUNT(*) AS value
  FROM booked
  WHERE booked_on >= '2024-01-01' AND booked_on < '2025-01-01'
) d;

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, n.value / NULLIF(d.value, 0)
FROM (
  SELECT hotel AS g1, SUM(spend_cents) / 100.0 AS value
  FROM spend
  WHERE spent_on >= '2023-04-01' AND spent_on < '2024-04-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT hotel AS g1, COUNT(*) AS value
  FROM booked
  WHERE booked_on >= '2023-04-01' AND booked_on < '2024-04-01'
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
  SELECT month_of(booked_on) AS period, COUNT(*) AS value
  FROM booked
  WHERE booked_on >= '2024-01-01' AND booked_on < '2025-01-01'
  GROUP BY ALL
) d USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "properties.style", "in": ["RST"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, n.value / NULLIF(d.value, 0)
FROM (
  SELECT fiscal_quarter_of(spent_on) AS period, region AS g1, SUM(spend_cents) / 100.0 AS value
  FROM spend
  WHERE spent_on >= '2023-04-01' AND spent_on < '2024-04-01' AND style_code = 'RST'
  GROUP BY ALL
) n FULL JOIN (
  SELECT fiscal_quarter_of(booked_on) AS period, region AS g1, COUNT(*) AS value
  FROM booked
  WHERE booked_on >= '2023-04-01' AND booked_on < '2024-04-01' AND style_code = 'RST'
  GROUP BY ALL
) d USING (period, g1);
