SELECT
  id,
  DATE(SUBSTR(DATETIME(d, '+1 days'), 1, LENGTH(d)), '-6 days', 'weekday 1', '-1 days') AS week
FROM days
WHERE id < 6
ORDER BY id NULLS LAST
