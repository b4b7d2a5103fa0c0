-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(-points) AS value
  FROM points_moved
  WHERE kind_code = 'RDM' AND happened_on >= '2024-01-01' AND happened_on < '2025-01-01'
) n, (
  SELECT SUM(points) AS value
  FROM points_moved
  WHERE kind_code = 'ERN' AND happened_on >= '2024-01-01' AND happened_on < '2025-01-01'
) d;

-- {"group_by": [{"field": "guests.loyalty_tier"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT d.g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT loyalty_tier AS g1, SUM(-points) AS value
  FROM points_moved
  WHERE kind_code = 'RDM' AND happened_on >= '2023-04-01' AND happened_on < '2024-04-01'
  GROUP BY ALL
) n RIGHT JOIN (
  SELECT loyalty_tier AS g1, SUM(points) AS value
  FROM points_moved
  WHERE kind_code = 'ERN' AND happened_on >= '2023-04-01' AND happened_on < '2024-04-01'
  GROUP BY ALL
) d ON n.g1 IS NOT DISTINCT FROM d.g1;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT month_of(happened_on) AS period, SUM(-points) AS value
  FROM points_moved
  WHERE kind_code = 'RDM' AND happened_on >= '2024-01-01' AND happened_on < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT month_of(happened_on) AS period, SUM(points) AS value
  FROM points_moved
  WHERE kind_code = 'ERN' AND happened_on >= '2024-01-01' AND happened_on < '2025-01-01'
  GROUP BY ALL
) d USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "guests.nationality"}], "where": {"field": "guests.loyalty_tier", "in": ["G", "P"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT d.period, d.g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT fiscal_quarter_of(happened_on) AS period, nationality_code AS g1, SUM(-points) AS value
  FROM points_moved
  WHERE kind_code = 'RDM' AND happened_on >= '2023-04-01' AND happened_on < '2024-04-01' AND loyalty_tier IN ('G', 'P')
  GROUP BY ALL
) n RIGHT JOIN (
  SELECT fiscal_quarter_of(happened_on) AS period, nationality_code AS g1, SUM(points) AS value
  FROM points_moved
  WHERE kind_code = 'ERN' AND happened_on >= '2023-04-01' AND happened_on < '2024-04-01' AND loyalty_tier IN ('G', 'P')
  GROUP BY ALL
) d ON n.period IS NOT DISTINCT FROM d.period AND n.g1 IS NOT DISTINCT FROM d.g1;
