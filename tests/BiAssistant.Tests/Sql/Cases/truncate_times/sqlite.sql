SELECT
  id,
  STRFTIME('%Y-%m-%d %H:00:00', t) AS h,
  STRFTIME('%Y-%m-%d %H:%M:00', t) AS m,
  DATETIME(t) AS s,
  DATE(t) AS a_day
FROM days
WHERE id IN (1, 3)
ORDER BY id NULLS LAST
