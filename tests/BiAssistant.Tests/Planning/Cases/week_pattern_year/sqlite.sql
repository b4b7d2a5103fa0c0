-- deliveries
SELECT
  DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days') AS fiscal_year,
  SUM(deliveries.pallets) AS pallets
FROM deliveries
GROUP BY
  DATE(deliveries.delivered_on, '-6 days', '-6 days', 'weekday 1', '+9 days', 'start of month', '-1 months', 'start of year', '+1 months', '-3 days', '-6 days', 'weekday 1', '+6 days')
ORDER BY fiscal_year NULLS LAST
