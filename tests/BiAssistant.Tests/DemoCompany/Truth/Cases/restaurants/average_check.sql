-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(net_amount) AS value
  FROM checks
  WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
) n, (
  SELECT SUM(covers) AS value
  FROM checks
  WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
) d;

-- {"group_by": [{"field": "outlets.kind"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, n.value / NULLIF(d.value, 0)
FROM (
  SELECT outlet_kind AS g1, SUM(net_amount) AS value
  FROM checks
  WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT outlet_kind AS g1, SUM(covers) AS value
  FROM checks
  WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, n.value / NULLIF(d.value, 0)
FROM (
  SELECT month_of(opened_on) AS period, SUM(net_amount) AS value
  FROM checks
  WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT month_of(opened_on) AS period, SUM(covers) AS value
  FROM checks
  WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
  GROUP BY ALL
) d USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "restaurant_checks.meal"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, n.value / NULLIF(d.value, 0)
FROM (
  SELECT fiscal_quarter_of(opened_on) AS period, meal_code AS g1, SUM(net_amount) AS value
  FROM checks
  WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND region = 'Europe'
  GROUP BY ALL
) n FULL JOIN (
  SELECT fiscal_quarter_of(opened_on) AS period, meal_code AS g1, SUM(covers) AS value
  FROM checks
  WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND region = 'Europe'
  GROUP BY ALL
) d USING (period, g1);
