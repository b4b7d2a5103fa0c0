-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT SUM(value) AS value
FROM (
  SELECT SUM(amount) AS value
  FROM dishes
  WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
  UNION ALL
  SELECT -(SUM(quantity * unit_cost)) AS value
  FROM dishes
  WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
);

-- {"group_by": [{"field": "menu_items.category"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT g1, SUM(value) AS value
FROM (
  SELECT category_code AS g1, SUM(amount) AS value
  FROM dishes
  WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
  GROUP BY ALL
  UNION ALL
  SELECT category_code AS g1, -(SUM(quantity * unit_cost)) AS value
  FROM dishes
  WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
  GROUP BY ALL
)
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT period, SUM(value) AS value
FROM (
  SELECT month_of(opened_on) AS period, SUM(amount) AS value
  FROM dishes
  WHERE opened_on >= '2023-01-01' AND opened_on < '2025-01-01'
  GROUP BY ALL
  UNION ALL
  SELECT month_of(opened_on) AS period, -(SUM(quantity * unit_cost)) AS value
  FROM dishes
  WHERE opened_on >= '2023-01-01' AND opened_on < '2025-01-01'
  GROUP BY ALL
)
GROUP BY ALL;
