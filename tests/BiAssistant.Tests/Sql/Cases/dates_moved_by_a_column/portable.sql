SELECT
  s.id,
  CAST(DATE_ADD('day', s.units, d.d) AS DATE) AS due,
  CAST(DATE_ADD('month', -s.units, d.d) AS DATE) AS begun
FROM sales AS s
JOIN days AS d ON d.id = s.id
WHERE s.id IN (1, 3)
ORDER BY s.id
