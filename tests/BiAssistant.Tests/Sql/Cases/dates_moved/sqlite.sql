SELECT
  id,
  DATE(SUBSTR(MIN(DATETIME(d, '+1 months'), DATE(d, 'start of month', '+1 months', '+1 month', '-1 day') || ' ' || TIME(d)), 1, LENGTH(d))) AS month_on,
  DATE(SUBSTR(MIN(DATETIME(d, '-1 years'), DATE(d, 'start of month', '-1 years', '+1 month', '-1 day') || ' ' || TIME(d)), 1, LENGTH(d))) AS year_back,
  DATE(SUBSTR(DATETIME(d, '+14 days'), 1, LENGTH(d))) AS fortnight_on,
  DATETIME(t, '+90 minutes') AS later_on
FROM days
WHERE id < 4
ORDER BY id NULLS LAST
