SELECT
  s.id,
  CAST(DATEADD(DAY, s.units, d.d) AS DATE) AS due,
  CAST(DATEADD(MONTH, -s.units, d.d) AS DATE) AS begun
FROM sales AS s
JOIN days AS d ON d.id = s.id
WHERE s.id IN (1, 3)
ORDER BY CASE WHEN s.id IS NULL THEN 1 ELSE 0 END, s.id
