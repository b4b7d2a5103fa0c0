SELECT
  a.id,
  b.id AS other
FROM (
  SELECT id
  FROM sales
  WHERE id < 3
) AS a
CROSS JOIN (
  SELECT id
  FROM days
  WHERE id > 6
) AS b
ORDER BY a.id NULLS LAST, other NULLS LAST
