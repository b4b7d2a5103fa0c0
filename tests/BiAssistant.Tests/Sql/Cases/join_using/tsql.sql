SELECT
  s.id,
  s.units,
  d.d
FROM sales AS s
JOIN days AS d ON s.id = d.id
WHERE s.id > 5
ORDER BY CASE WHEN s.id IS NULL THEN 1 ELSE 0 END, s.id
