SELECT
  id,
  CAST(DATE_FORMAT(t, '%Y-%m-%d %H:00:00') AS DATETIME(6)) AS h,
  CAST(DATE_FORMAT(t, '%Y-%m-%d %H:%i:00') AS DATETIME(6)) AS m,
  CAST(DATE_FORMAT(t, '%Y-%m-%d %H:%i:%s') AS DATETIME(6)) AS s,
  CAST(t AS DATE) AS a_day
FROM days
WHERE id IN (1, 3)
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
