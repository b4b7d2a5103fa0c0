-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT COUNT(*) AS value
  FROM reviewed
  WHERE replied_on IS NOT NULL AND posted_on >= '2024-01-01' AND posted_on < '2025-01-01'
) n, (
  SELECT COUNT(*) AS value
  FROM reviewed
  WHERE posted_on >= '2024-01-01' AND posted_on < '2025-01-01'
) d;

-- {"group_by": [{"field": "reviews.site"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, 100.0 * COALESCE(n.value, 0) / NULLIF(d.value, 0)
FROM (
  SELECT site_code AS g1, COUNT(*) AS value
  FROM reviewed
  WHERE replied_on IS NOT NULL AND posted_on >= '2023-04-01' AND posted_on < '2024-04-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT site_code AS g1, COUNT(*) AS value
  FROM reviewed
  WHERE posted_on >= '2023-04-01' AND posted_on < '2024-04-01'
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * COALESCE(n.value, 0) / NULLIF(d.value, 0)
FROM (
  SELECT month_of(posted_on) AS period, COUNT(*) AS value
  FROM reviewed
  WHERE replied_on IS NOT NULL AND posted_on >= '2024-01-01' AND posted_on < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT month_of(posted_on) AS period, COUNT(*) AS value
  FROM reviewed
  WHERE posted_on >= '2024-01-01' AND posted_on < '2025-01-01'
  GROUP BY ALL
) d USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, 100.0 * COALESCE(n.value, 0) / NULLIF(d.value, 0)
FROM (
  SELECT fiscal_quarter_of(posted_on) AS period, region AS g1, COUNT(*) AS value
  FROM reviewed
  WHERE replied_on IS NOT NULL AND posted_on >= '2023-04-01' AND posted_on < '2024-04-01' AND region = 'Europe'
  GROUP BY ALL
) n FULL JOIN (
  SELECT fiscal_quarter_of(posted_on) AS period, region AS g1, COUNT(*) AS value
  FROM reviewed
  WHERE posted_on >= '2023-04-01' AND posted_on < '2024-04-01' AND region = 'Europe'
  GROUP BY ALL
) d USING (period, g1);
