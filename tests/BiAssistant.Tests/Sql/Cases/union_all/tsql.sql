SELECT *
FROM (
  SELECT id
  FROM sales
  WHERE id < 3
  UNION ALL
  SELECT id
  FROM days
  WHERE id < 2
  UNION ALL
  SELECT id
  FROM sales
  WHERE id = 7
) AS part
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
