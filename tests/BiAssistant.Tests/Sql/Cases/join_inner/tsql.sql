SELECT
  s.id,
  d.d
FROM sales AS s
JOIN days AS d ON d.id = s.units
ORDER BY CASE WHEN s.id IS NULL THEN 1 ELSE 0 END, s.id
