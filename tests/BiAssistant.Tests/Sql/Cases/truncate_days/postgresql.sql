SELECT
  id,
  CAST(DATE_TRUNC('year', d) AS DATE) AS y,
  CAST(DATE_TRUNC('quarter', d) AS DATE) AS q,
  CAST(DATE_TRUNC('month', d) AS DATE) AS m,
  CAST(DATE_TRUNC('week', d) AS DATE) AS w,
  CAST(d AS DATE) AS a_day
FROM days
WHERE id < 6
ORDER BY id
