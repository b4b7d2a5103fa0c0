SELECT
  id,
  DATEDIFF(later, d) AS days,
  CAST((DATEDIFF(later, d) + WEEKDAY(d) - WEEKDAY(later)) / 7 AS SIGNED) AS weeks,
  (YEAR(later) - YEAR(d)) * 12 + (MONTH(later) - MONTH(d)) AS months,
  (YEAR(later) - YEAR(d)) * 4 + (QUARTER(later) - QUARTER(d)) AS quarters,
  YEAR(later) - YEAR(d) AS years
FROM days
WHERE id < 7
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
