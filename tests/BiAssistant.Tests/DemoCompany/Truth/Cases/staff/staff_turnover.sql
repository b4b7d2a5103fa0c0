-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT COUNT(*) AS value
  FROM staff
  WHERE left_on IS NOT NULL AND left_on >= '2024-01-01' AND left_on < '2025-01-01'
) n, (
  SELECT COUNT(*) / (DATE '2025-01-01' - DATE '2024-01-01') AS value
  FROM days('2024-01-01', '2025-01-01'), staff
  WHERE hired_on <= day AND (left_on IS NULL OR left_on > day)
) d;

-- {"group_by": [{"field": "departments.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT g1, 100.0 * COALESCE(n.value, 0) / NULLIF(d.value, 0)
FROM (
  SELECT department AS g1, COUNT(*) / (DATE '2025-01-01' - DATE '2024-01-01') AS value
  FROM days('2024-01-01', '2025-01-01'), staff
  WHERE hired_on <= day AND (left_on IS NULL OR left_on > day)
  GROUP BY ALL
) d LEFT JOIN (
  SELECT department AS g1, COUNT(*) AS value
  FROM staff
  WHERE left_on IS NOT NULL AND left_on >= '2024-01-01' AND left_on < '2025-01-01'
  GROUP BY ALL
) n USING (g1);

-- {"group_by": [{"time": "quarter"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * COALESCE(n.value, 0) / NULLIF(d.value, 0)
FROM (
  SELECT period, worked_days / date_diff('day', period, period + INTERVAL 3 MONTH) AS value
  FROM (
    SELECT quarter_of(day) AS period, COUNT(*) AS worked_days
    FROM days('2024-01-01', '2025-01-01'), staff
    WHERE hired_on <= day AND (left_on IS NULL OR left_on > day)
    GROUP BY ALL
  )
) d LEFT JOIN (
  SELECT quarter_of(left_on) AS period, COUNT(*) AS value
  FROM staff
  WHERE left_on IS NOT NULL AND left_on >= '2024-01-01' AND left_on < '2025-01-01'
  GROUP BY ALL
) n USING (period);

-- {"group_by": [{"field": "properties.region"}], "where": {"field": "departments.name", "in": ["Food and Beverage"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, 100.0 * COALESCE(n.value, 0) / NULLIF(d.value, 0)
FROM (
  SELECT region AS g1, COUNT(*) / (DATE '2024-04-01' - DATE '2023-04-01') AS value
  FROM days('2023-04-01', '2024-04-01'), staff
  WHERE hired_on <= day AND (left_on IS NULL OR left_on > day) AND department = 'Food and Beverage'
  GROUP BY ALL
) d LEFT JOIN (
  SELECT region AS g1, COUNT(*) AS value
  FROM staff
  WHERE left_on IS NOT NULL AND left_on >= '2023-04-01' AND left_on < '2024-04-01' AND department = 'Food and Beverage'
  GROUP BY ALL
) n USING (g1);
