SELECT
  s.id,
  d.d
FROM sales AS s
LEFT JOIN days AS d ON d.id = s.units AND d.d > DATE '2024-06-01'
ORDER BY s.id NULLS LAST
