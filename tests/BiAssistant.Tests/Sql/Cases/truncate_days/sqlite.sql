SELECT
  id,
  DATE(d, 'start of year') AS y,
  DATE(d, 'start of month', '-' || ((CAST(STRFTIME('%m', d) AS INTEGER) - 1) % 3) || ' months') AS q,
  DATE(d, 'start of month') AS m,
  DATE(d, '-6 days', 'weekday 1') AS w,
  DATE(d) AS a_day
FROM days
WHERE id < 6
ORDER BY id NULLS LAST
