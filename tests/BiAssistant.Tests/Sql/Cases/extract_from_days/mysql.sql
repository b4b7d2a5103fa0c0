SELECT
  id,
  YEAR(d) AS y,
  QUARTER(d) AS q,
  MONTH(d) AS m,
  WEEK(d, 3) AS w,
  DAY(d) AS d_of_month,
  DAYOFYEAR(d) AS d_of_year,
  WEEKDAY(d) + 1 AS d_of_week
FROM days
WHERE id < 6
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
