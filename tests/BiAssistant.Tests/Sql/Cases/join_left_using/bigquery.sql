SELECT
  id,
  e.d
FROM sales AS s
LEFT JOIN (
  SELECT
    id,
    d
  FROM days
  WHERE CAST(d AS DATE) >= DATE '2024-01-01'
) AS e USING (id)
ORDER BY id NULLS LAST
