-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(overtime_hours) AS value
  FROM worked
  WHERE shift_date >= '2024-01-01' AND shift_date < '2025-01-01'
) n, (
  SELECT SUM(hours) AS value
  FROM worked
  WHERE shift_date >= '2024-01-01' AND shift_date < '2025-01-01'
) d;

-- {"group_by": [{"field": "departments.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT department AS g1, SUM(overtime_hours) AS value
  FROM worked
  WHERE shift_date >= '2023-04-01' AND shift_date < '2024-04-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT department AS g1, SUM(hours) AS value
  FROM worked
  WHERE shift_date >= '2023-04-01' AND shift_date < '2024-04-01'
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT month_of(shift_date) AS period, SUM(overtime_hours) AS value
  FROM worked
  WHERE shift_date >= '2024-01-01' AND shift_date < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT month_of(shift_date) AS period, SUM(hours) AS value
  FROM worked
  WHERE shift_date >= '2024-01-01' AND shift_date < '2025-01-01'
  GROUP BY ALL
) d USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "departments.name", "in": ["Food and Beverage"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT fiscal_quarter_of(shift_date) AS period, region AS g1, SUM(overtime_hours) AS value
  FROM worked
  WHERE shift_date >= '2023-04-01' AND shift_date < '2024-04-01' AND department = 'Food and Beverage'
  GROUP BY ALL
) n FULL JOIN (
  SELECT fiscal_quarter_of(shift_date) AS period, region AS g1, SUM(hours) AS value
  FROM worked
  WHERE shift_date >= '2023-04-01' AND shift_date < '2024-04-01' AND department = 'Food and Beverage'
  GROUP BY ALL
) d USING (period, g1);
