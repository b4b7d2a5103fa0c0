SELECT
  s.id,
  CAST(DATE_ADD(d.d, INTERVAL s.units DAY) AS DATE) AS due,
  CAST(DATE_ADD(d.d, INTERVAL -s.units MONTH) AS DATE) AS begun
FROM sales AS s
JOIN days AS d ON d.id = s.id
WHERE s.id IN (1, 3)
ORDER BY CASE WHEN s.id IS NULL THEN 1 ELSE 0 END, s.id
