-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(value) AS value
  FROM (
    SELECT SUM(net_amount) AS value
    FROM checks
    WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
    UNION ALL
    SELECT SUM(amount_cents) / 100.0 AS value
    FROM visits
    WHERE status_code IN ('DON', 'NSH') AND started_on >= '2024-01-01' AND started_on < '2025-01-01'
    UNION ALL
    SELECT SUM(amount) AS value
    FROM extra_sales
    WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2024-01-01' AND arrival_date < '2025-01-01'
  )
) n, (
  SELECT SUM(value) AS value
  FROM (
    SELECT SUM(net_amount) AS value
    FROM nights
    WHERE night >= '2024-01-01' AND night < '2025-01-01'
    UNION ALL
    SELECT SUM(net_amount) AS value
    FROM checks
    WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
    UNION ALL
    SELECT SUM(amount_cents) / 100.0 AS value
    FROM visits
    WHERE status_code IN ('DON', 'NSH') AND started_on >= '2024-01-01' AND started_on < '2025-01-01'
    UNION ALL
    SELECT SUM(amount) AS value
    FROM extra_sales
    WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2024-01-01' AND arrival_date < '2025-01-01'
  )
) d;

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT g1, SUM(value) AS value
  FROM (
    SELECT hotel AS g1, SUM(net_amount) AS value
    FROM checks
    WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
    GROUP BY ALL
    UNION ALL
    SELECT hotel AS g1, SUM(amount_cents) / 100.0 AS value
    FROM visits
    WHERE status_code IN ('DON', 'NSH') AND started_on >= '2023-04-01' AND started_on < '2024-04-01'
    GROUP BY ALL
    UNION ALL
    SELECT hotel AS g1, SUM(amount) AS value
    FROM extra_sales
    WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2023-04-01' AND arrival_date < '2024-04-01'
    GROUP BY ALL
  )
  GROUP BY ALL
) n FULL JOIN (
  SELECT g1, SUM(value) AS value
  FROM (
    SELECT hotel AS g1, SUM(net_amount) AS value
    FROM nights
    WHERE night >= '2023-04-01' AND night < '2024-04-01'
    GROUP BY ALL
    UNION ALL
    SELECT hotel AS g1, SUM(net_amount) AS value
    FROM checks
    WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
    GROUP BY ALL
    UNION ALL
    SELECT hotel AS g1, SUM(amount_cents) / 100.0 AS value
    FROM visits
    WHERE status_code IN ('DON', 'NSH') AND started_on >= '2023-04-01' AND started_on < '2024-04-01'
    GROUP BY ALL
    UNION ALL
    SELECT hotel AS g1, SUM(amount) AS value
    FROM extra_sales
    WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2023-04-01' AND arrival_date < '2024-04-01'
    GROUP BY ALL
  )
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT period, SUM(value) AS value
  FROM (
    SELECT month_of(opened_on) AS period, SUM(net_amount) AS value
    FROM checks
    WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
    GROUP BY ALL
    UNION ALL
    SELECT month_of(started_on) AS period, SUM(amount_cents) / 100.0 AS value
    FROM visits
    WHERE status_code IN ('DON', 'NSH') AND started_on >= '2024-01-01' AND started_on < '2025-01-01'
    GROUP BY ALL
    UNION ALL
    SELECT month_of(arrival_date) AS period, SUM(amount) AS value
    FROM extra_sales
    WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2024-01-01' AND arrival_date < '2025-01-01'
    GROUP BY ALL
  )
  GROUP BY ALL
) n FULL JOIN (
  SELECT period, SUM(value) AS value
  FROM (
    SELECT month_of(night) AS period, SUM(net_amount) AS value
    FROM nights
    WHERE night >= '2024-01-01' AND night < '2025-01-01'
    GROUP BY ALL
    UNION ALL
    SELECT month_of(opened_on) AS period, SUM(net_amount) AS value
    FROM checks
    WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
    GROUP BY ALL
    UNION ALL
    SELECT month_of(started_on) AS period, SUM(amount_cents) / 100.0 AS value
    FROM visits
    WHERE status_code IN ('DON', 'NSH') AND started_on >= '2024-01-01' AND started_on < '2025-01-01'
    GROUP BY ALL
    UNION ALL
    SELECT month_of(arrival_date) AS period, SUM(amount) AS value
    FROM extra_sales
    WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2024-01-01' AND arrival_date < '2025-01-01'
    GROUP BY ALL
  )
  GROUP BY ALL
) d USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "properties.style", "in": ["CTY"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT period, g1, SUM(value) AS value
  FROM (
    SELECT fiscal_quarter_of(opened_on) AS period, region AS g1, SUM(net_amount) AS value
    FROM checks
    WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND style_code = 'CTY'
    GROUP BY ALL
    UNION ALL
    SELECT fiscal_quarter_of(started_on) AS period, region AS g1, SUM(amount_cents) / 100.0 AS value
    FROM visits
    WHERE status_code IN ('DON', 'NSH') AND started_on >= '2023-04-01' AND started_on < '2024-04-01' AND style_code = 'CTY'
    GROUP BY ALL
    UNION ALL
    SELECT fiscal_quarter_of(arrival_date) AS period, region AS g1, SUM(amount) AS value
    FROM extra_sales
    WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2023-04-01' AND arrival_date < '2024-04-01' AND style_code = 'CTY'
    GROUP BY ALL
  )
  GROUP BY ALL
) n FULL JOIN (
  SELECT period, g1, SUM(value) AS value
  FROM (
    SELECT fiscal_quarter_of(night) AS period, region AS g1, SUM(net_amount) AS value
    FROM nights
    WHERE night >= '2023-04-01' AND night < '2024-04-01' AND style_code = 'CTY'
    GROUP BY ALL
    UNION ALL
    SELECT fiscal_quarter_of(opened_on) AS period, region AS g1, SUM(net_amount) AS value
    FROM checks
    WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND style_code = 'CTY'
    GROUP BY ALL
    UNION ALL
    SELECT fiscal_quarter_of(started_on) AS period, region AS g1, SUM(amount_cents) / 100.0 AS value
    FROM visits
    WHERE status_code IN ('DON', 'NSH') AND started_on >= '2023-04-01' AND started_on < '2024-04-01' AND style_code = 'CTY'
    GROUP BY ALL
    UNION ALL
    SELECT fiscal_quarter_of(arrival_date) AS period, region AS g1, SUM(amount) AS value
    FROM extra_sales
    WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2023-04-01' AND arrival_date < '2024-04-01' AND style_code = 'CTY'
    GROUP BY ALL
  )
  GROUP BY ALL
) d USING (period, g1);
