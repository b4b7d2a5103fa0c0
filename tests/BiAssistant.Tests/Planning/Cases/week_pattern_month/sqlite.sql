-- deliveries
SELECT
  DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days', CASE FLOOR(CAST(3 * CAST(JULIANDAY(DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+6 days')) - JULIANDAY(DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days')) AS INTEGER) + 14 AS REAL) / 91)
    WHEN 0 THEN 0
    WHEN 1 THEN 28
    WHEN 2 THEN 56
    WHEN 3 THEN 91
    WHEN 4 THEN 119
    WHEN 5 THEN 147
    WHEN 6 THEN 182
    WHEN 7 THEN 210
    WHEN 8 THEN 238
    WHEN 9 THEN 273
    WHEN 10 THEN 301
    ELSE 329
  END || ' days') AS fiscal_month,
  SUM(deliveries.pallets) AS pallets
FROM deliveries
GROUP BY
  DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days', CASE FLOOR(CAST(3 * CAST(JULIANDAY(DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+6 days')) - JULIANDAY(DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days')) AS INTEGER) + 14 AS REAL) / 91)
    WHEN 0 THEN 0
    WHEN 1 THEN 28
    WHEN 2 THEN 56
    WHEN 3 THEN 91
    WHEN 4 THEN 119
    WHEN 5 THEN 147
    WHEN 6 THEN 182
    WHEN 7 THEN 210
    WHEN 8 THEN 238
    WHEN 9 THEN 273
    WHEN 10 THEN 301
    ELSE 329
  END || ' days')
ORDER BY fiscal_month NULLS LAST
