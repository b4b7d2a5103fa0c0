SELECT
  d.id,
  s.id AS sale
FROM sales AS s
RIGHT JOIN days AS d ON s.units = d.id
WHERE d.id < 5
ORDER BY d.id NULLS LAST, sale NULLS LAST
