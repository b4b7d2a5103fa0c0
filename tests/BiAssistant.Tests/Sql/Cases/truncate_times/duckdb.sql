SELECT
  id,
  DATE_TRUNC('hour', CAST(t AS TIMESTAMP)) AS h,
  DATE_TRUNC('minute', CAST(t AS TIMESTAMP)) AS m,
  DATE_TRUNC('second', CAST(t AS TIMESTAMP)) AS s,
  CAST(t AS DATE) AS a_day
FROM days
WHERE id IN (1, 3)
ORDER BY id
