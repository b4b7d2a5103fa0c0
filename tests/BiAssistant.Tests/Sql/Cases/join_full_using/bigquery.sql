SELECT
  id,
  s.units,
  e.d
FROM (
  SELECT
    id,
    units
  FROM sales
  WHERE id < 3
) AS s
FULL JOIN (
  SELECT
    id,
    d
  FROM days
  WHERE id > 6
) AS e USING (id)
ORDER BY id NULLS LAST
