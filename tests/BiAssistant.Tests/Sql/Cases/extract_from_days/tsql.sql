SELECT
  id,
  YEAR(d) AS y,
  DATEPART(QUARTER, d) AS q,
  MONTH(d) AS m,
  DATEPART(ISO_WEEK, d) AS w,
  DAY(d) AS d_of_month,
  DATEPART(DAYOFYEAR, d) AS d_of_year,
  DATEDIFF(DAY, '0001-01-01', d) % 7 + 1 AS d_of_week
FROM days
WHERE id < 6
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
