SELECT
  id,
  s.units,
  d.d
FROM sales AS s
JOIN days AS d USING (id)
WHERE id > 5
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
