SELECT
  id,
  DATE(SUBSTR(DATETIME(d, '+400 days'), 1, LENGTH(d))) AS far,
  DATE(DATETIME(t, '-150 hours')) AS hours_back,
  DATE(SUBSTR(MIN(DATETIME(d, '+130 months'), DATE(d, 'start of month', '+130 months', '+1 month', '-1 day') || ' ' || TIME(d)), 1, LENGTH(d))) AS months_on
FROM days
WHERE id IN (1, 3)
ORDER BY id NULLS LAST
