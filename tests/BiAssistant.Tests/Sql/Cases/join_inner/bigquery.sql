SELECT
  s.id,
  d.d
FROM sales AS s
JOIN days AS d ON d.id = s.units
ORDER BY s.id NULLS LAST
