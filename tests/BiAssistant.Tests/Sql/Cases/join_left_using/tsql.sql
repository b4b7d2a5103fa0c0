SELECT
  s.id,
  e.d
FROM sales AS s
LEFT JOIN (
  SELECT
    id,
    d
  FROM days
  WHERE d >= CAST('2024-01-01' AS DATE)
) AS e ON s.id = e.id
ORDER BY CASE WHEN s.id IS NULL THEN 1 ELSE 0 END, s.id
