SELECT
  id,
  DATE_TRUNC('hour', t) AS h,
  DATE_TRUNC('minute', t) AS m,
  DATE_TRUNC('second', t) AS s,
  DATE_TRUNC('day', t) AS a_day
FROM days
WHERE id IN (1, 3)
ORDER BY id
