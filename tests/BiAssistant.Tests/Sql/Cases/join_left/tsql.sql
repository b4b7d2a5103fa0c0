SELECT
  s.id,
  d.d
FROM sales AS s
LEFT JOIN days AS d ON d.id = s.units AND d.d > CAST('2024-06-01' AS DATE)
ORDER BY CASE WHEN s.id IS NULL THEN 1 ELSE 0 END, s.id
