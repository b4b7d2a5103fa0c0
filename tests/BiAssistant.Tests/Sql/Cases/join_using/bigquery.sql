SELECT
  id,
  s.units,
  d.d
FROM sales AS s
JOIN days AS d USING (id)
WHERE id > 5
ORDER BY id NULLS LAST
