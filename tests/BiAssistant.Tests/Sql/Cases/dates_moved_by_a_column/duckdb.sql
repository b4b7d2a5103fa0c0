SELECT
  s.id,
  CAST(d.d + s.units * INTERVAL '1' DAY AS DATE) AS due,
  CAST(d.d + -s.units * INTERVAL '1' MONTH AS DATE) AS begun
FROM sales AS s
JOIN days AS d ON d.id = s.id
WHERE s.id IN (1, 3)
ORDER BY s.id
