-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT AVG(overall_score) AS value
  FROM surveys
  WHERE submitted_on >= '2024-01-01' AND submitted_on < '2025-01-01'
) n, (
  SELECT AVG(goal_tenths) / 10 AS value
  FROM goals
  WHERE quarter_start >= '2024-01-01' AND quarter_start < '2025-01-01'
) d;

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT hotel AS g1, AVG(overall_score) AS value
  FROM surveys
  WHERE submitted_on >= '2023-04-01' AND submitted_on < '2024-04-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT hotel AS g1, AVG(goal_tenths) / 10 AS value
  FROM goals
  WHERE quarter_start >= '2023-04-01' AND quarter_start < '2024-04-01'
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "quarter"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT quarter_of(submitted_on) AS period, AVG(overall_score) AS value
  FROM surveys
  WHERE submitted_on >= '2024-01-01' AND submitted_on < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT quarter_of(quarter_start) AS period, AVG(goal_tenths) / 10 AS value
  FROM goals
  WHERE quarter_start >= '2024-01-01' AND quarter_start < '2025-01-01'
  GROUP BY ALL
) d USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "properties.style", "in": ["CTY"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT fiscal_quarter_of(submitted_on) AS period, region AS g1, AVG(overall_score) AS value
  FROM surveys
  WHERE submitted_on >= '2023-04-01' AND submitted_on < '2024-04-01' AND style_code = 'CTY'
  GROUP BY ALL
) n FULL JOIN (
  SELECT fiscal_quarter_of(quarter_start) AS period, region AS g1, AVG(goal_tenths) / 10 AS value
  FROM goals
  WHERE quarter_start >= '2023-04-01' AND quarter_start < '2024-04-01' AND style_code = 'CTY'
  GROUP BY ALL
) d USING (period, g1);
