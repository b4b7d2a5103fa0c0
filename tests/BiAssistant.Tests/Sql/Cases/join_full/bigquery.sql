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
ORDER BY s.id NULLS LAST, d.id NULLS LAST
