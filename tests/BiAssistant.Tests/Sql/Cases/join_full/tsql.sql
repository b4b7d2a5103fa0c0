SELECT
  s.id,
  d.id AS day_id
FROM (
  SELECT
    id,
    units
  FROM sales
  WHERE id < 5
) AS s
FULL JOIN (
  SELECT id
  FROM days
  WHERE id > 3
) AS d ON d.id = s.units
ORDER BY
  CASE WHEN s.id IS NULL THEN 1 ELSE 0 END,
  s.id,
  CASE WHEN d.id IS NULL THEN 1 ELSE 0 END,
  d.id
