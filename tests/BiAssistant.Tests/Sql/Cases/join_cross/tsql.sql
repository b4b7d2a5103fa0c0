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
ORDER BY
  CASE WHEN a.id IS NULL THEN 1 ELSE 0 END,
  a.id,
  CASE WHEN b.id IS NULL THEN 1 ELSE 0 END,
  b.id
