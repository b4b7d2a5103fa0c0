-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(value) AS value
  FROM (
    SELECT SUM(net_amount) AS value
    FROM nights
    WHERE night >= '2023-04-01' AND night < '2024-04-01'
    UNION ALL
    SELECT -(SUM(spend_cents) / 100.0) AS value
    FROM spend
    WHERE spent_on >= '2023-04-01' AND spent_on < '2024-04-01'
  )
) n, (
  SELECT SUM(spend_cents) / 100.0 AS value
  FROM spend
  WHERE spent_on >= '2023-04-01' AND spent_on < '2024-04-01'
) d;

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT g1, SUM(value) AS value
  FROM (
    SELECT hotel AS g1, SUM(net_amount) AS value
    FROM nights
    WHERE night >= '2024-01-01' AND night < '2025-01-01'
    GROUP BY ALL
    UNION ALL
    SELECT hotel AS g1, -(SUM(spend_cents) / 100.0) AS value
    FROM spend
    WHERE spent_on >= '2024-01-01' AND spent_on < '2025-01-01'
    GROUP BY ALL
  )
  GROUP BY ALL
) n FULL JOIN (
  SELECT hotel AS g1, SUM(spend_cents) / 100.0 AS value
  FROM spend
  WHERE spent_on >= '2024-01-01' AND spent_on < '2025-01-01'
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT period, SUM(value) AS value
  FROM (
    SELECT quarter_of(night) AS period, SUM(net_amount) AS value
    FROM nights
    WHERE night >= '2023-01-01' AND night < '2025-01-01'
    GROUP BY ALL
    UNION ALL
    SELECT quarter_of(spent_on) AS period, -(SUM(spend_cents) / 100.0) AS value
    FROM spend
    WHERE spent_on >= '2023-01-01' AND spent_on < '2025-01-01'
    GROUP BY ALL
  )
  GROUP BY ALL
) n FULL JOIN (
  SELECT quarter_of(spent_on) AS period, SUM(spend_cents) / 100.0 AS value
  FROM spend
  WHERE spent_on >= '2023-01-01' AND spent_on < '2025-01-01'
  GROUP BY ALL
) d USING (period);
