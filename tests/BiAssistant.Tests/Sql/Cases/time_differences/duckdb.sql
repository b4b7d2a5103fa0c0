SELECT
  id,
  DATE_DIFF('hour', CAST(d AS TIMESTAMP), t) AS hours,
  DATE_DIFF('minute', CAST(d AS TIMESTAMP), t) AS minutes,
  DATE_DIFF('second', CAST(d AS TIMESTAMP), t) AS seconds
FROM days
WHERE id IN (1, 3)
ORDER BY id
