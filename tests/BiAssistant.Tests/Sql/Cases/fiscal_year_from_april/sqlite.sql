SELECT
  id,
  DATE(SUBSTR(MIN(DATETIME(d, '-3 months'), DATE(d, 'start of month', '-3 months', '+1 month', '-1 day') || ' ' || TIME(d)), 1, LENGTH(d)), 'start of year', '+3 months') AS fiscal_year
FROM days
ORDER BY id NULLS LAST
