-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT SUM(bookings_completed) AS value
  FROM traffic
  WHERE day >= '2024-01-01' AND day < '2025-01-01'
) n, (
  SELECT SUM(visits) AS value
  FROM traffic
  WHERE day >= '2024-01-01' AND day < '2025-01-01'
) d;

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT hotel AS g1, SUM(bookings_completed) AS value
  FROM traffic
  WHERE day >= '2023-04-01' AND day < '2024-04-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT hotel AS g1, SUM(visits) AS value
  FROM traffic
  WHERE day >= '2023-04-01' AND day < '2024-04-01'
  GROUP BY ALL
) d USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT month_of(day) AS period, SUM(bookings_completed) AS value
  FROM traffic
  WHERE day >= '2024-01-01' AND day < '2025-01-01'
  GROUP BY ALL
) n FULL JOIN (
  SELECT month_of(day) AS period, SUM(visits) AS value
  FROM traffic
  WHERE day >= '2024-01-01' AND day < '2025-01-01'
  GROUP BY ALL
) d USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "web_traffic.device"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, 100.0 * n.value / NULLIF(d.value, 0)
FROM (
  SELECT fiscal_quarter_of(day) AS period, device_code AS g1, SUM(bookings_completed) AS value
  FROM traffic
  WHERE day >= '2023-04-01' AND day < '2024-04-01' AND region = 'Europe'
  GROUP BY ALL
) n FULL JOIN (
  SELECT fiscal_quarter_of(day) AS period, device_code AS g1, SUM(visits) AS value
  FROM traffic
  WHERE day >= '2023-04-01' AND day < '2024-04-01' AND region = 'Europe'
  GROUP BY ALL
) d USING (period, g1);
