-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(value) AS value
  FROM (
    SELECT SUM(amount) AS value
    FROM dishes
    WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
    UNION ALL
    SELECT -(SUM(quantity * unit_cost)) AS value
    FROM dishes
    WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
  )
) n, (
  SELECT SUM(amount) AS value
  FROM dishes
  WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
) d;

-- {"group_by": [{"field": "menu_items.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT g1, SUM(value) AS value
  FROM (
    SELECT dish AS g1, SUM(amount) AS value
    FROM dishes
    WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
    GROUP BY ALL
    UNION ALL
    SELECT dish AS g1, -(SUM(quantity * unit_cost)) AS value
    FROM dishes
    WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
    GROUP BY ALL
  )
  GROUP BY ALL
) n FULL JOIN (
  SELECT dish AS g1, SUM(amount) AS value
  FROM dishes
  WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT period, SUM(value) AS value
  FROM (
    SELECT month_of(opened_on) AS period, SUM(amount) AS value
    FROM dishes
    WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
    GROUP BY ALL
    UNION ALL
    SELECT month_of(opened_on) AS period, -(SUM(quantity * unit_cost)) AS value
    FROM dishes
    WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
    GROUP BY ALL
  )
  GROUP BY ALL
) n FULL JOIN (
  SELECT month_of(opened_on) AS period, SUM(amount) AS value
  FROM dishes
  WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
  GROUP BY ALL
) d USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "menu_items.category"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT period, g1, SUM(value) AS value
  FROM (
    SELECT fiscal_quarter_of(opened_on) AS period, category_code AS g1, SUM(amount) AS value
    FROM dishes
    WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND region = 'Europe'
    GROUP BY ALL
    UNION ALL
    SELECT fiscal_quarter_of(opened_on) AS period, category_code AS g1, -(SUM(quantity * unit_cost)) AS value
    FROM dishes
    WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND region = 'Europe'
    GROUP BY ALL
  )
  GROUP BY ALL
) n FULL JOIN (
  SELECT fiscal_quarter_of(opened_on) AS period, category_code AS g1, SUM(amount) AS value
  FROM dishes
  WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND region = 'Europe'
  GROUP BY ALL
) d USING (period, g1);
