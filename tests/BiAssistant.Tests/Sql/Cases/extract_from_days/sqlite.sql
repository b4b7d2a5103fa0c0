SELECT
  id,
  CAST(STRFTIME('%Y', d) AS INTEGER) AS y,
  (CAST(STRFTIME('%m', d) AS INTEGER) + 2) / 3 AS q,
  CAST(STRFTIME('%m', d) AS INTEGER) AS m,
  (CAST(STRFTIME('%j', DATE(d, '-3 days', 'weekday 4')) AS INTEGER) - 1) / 7 + 1 AS w,
  CAST(STRFTIME('%d', d) AS INTEGER) AS d_of_month,
  CAST(STRFTIME('%j', d) AS INTEGER) AS d_of_year,
  (CAST(STRFTIME('%w', d) AS INTEGER) + 6) % 7 + 1 AS d_of_week
FROM days
WHERE id < 6
ORDER BY id NULLS LAST
