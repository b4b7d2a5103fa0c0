SELECT
  d.id,
  s.id AS sale
FROM sales AS s
RIGHT JOIN days AS d ON s.units = d.id
WHERE d.id < 5
ORDER BY
  CASE WHEN d.id IS NULL THEN 1 ELSE 0 END,
  d.id,
  CASE WHEN s.id IS NULL THEN 1 ELSE 0 END,
  s.id
