SELECT
  id,
  DATE_TRUNC('year', d) AS y,
  DATE_TRUNC('quarter', d) AS q,
  DATE_TRUNC('month', d) AS m,
  DATE_TRUNC('week', d) AS w,
  DATE_TRUNC('day', d) AS a_day
FROM days
WHERE id < 6
ORDER BY id
