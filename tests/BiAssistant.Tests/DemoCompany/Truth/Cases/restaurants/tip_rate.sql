-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(tip_amount) AS value
  FROM checks
  WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
) n, (
  SELECT SUM(net_amount) AS value
  FROM checks
  WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
) d;

-- {"group_by": [{"field": "restaurant_checks.meal"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT meal_code AS g1, SUM(tip_amount) AS value
  FROM checks
  WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT meal_code AS g1, SUM(net_amount) AS value
  FROM checks
  WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT month_of(opened_on) AS period, SUM(tip_amount) AS value
  FROM checks
  WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT month_of(opened_on) AS period, SUM(net_amount) AS value
  FROM checks
  WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
  GROUP BY ALL
) d USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "restaurant_checks.meal", "in": ["D"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT fiscal_quarter_of(opened_on) AS period, region AS g1, SUM(tip_amount) AS value
  FROM checks
  WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND meal_code = 'D'
  GROUP BY ALL
) n FULL JOIN (
  SELECT fiscal_quarter_of(opened_on) AS period, region AS g1, SUM(net_amount) AS value
  FROM checks
  WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND meal_code = 'D'
  GROUP BY ALL
) d USING (period, g1);
