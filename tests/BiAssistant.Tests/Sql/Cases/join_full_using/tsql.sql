SELECT
  COALESCE(s.id, e.id) AS id,
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
) AS e ON s.id = e.id
ORDER BY CASE WHEN COALESCE(s.id, e.id) IS NULL THEN 1 ELSE 0 END, COALESCE(s.id, e.id)
