-- deliveries
SELECT
  DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days', CASE FLOOR(CAST(CAST(JULIANDAY(DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+6 days')) - JULIANDAY(DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days')) AS INTEGER) AS REAL) / 91)
    WHEN 0 THEN 0
    WHEN 1 THEN 91
    WHEN 2 THEN 182
    ELSE 273
  END || ' days') AS fiscal_quarter,
  SUM(deliveries.pallets) AS pallets
FROM deliveries
GROUP BY
  DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days', CASE FLOOR(CAST(CAST(JULIANDAY(DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+6 days')) - JULIANDAY(DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days')) AS INTEGER) AS REAL) / 91)
    WHEN 0 THEN 0
    WHEN 1 THEN 91
    WHEN 2 THEN 182
    ELSE 273
  END || ' days')
ORDER BY fiscal_quarter NULLS LAST
