SELECT
  id,
  CAST(amount AS FLOAT) / NULLIF((
    SELECT SUM(CAST(0 AS BIGINT) + amount)
    FROM sales
  ), 0) AS share,
  (
    SELECT MAX(d)
    FROM days
  ) AS newest
FROM sales
WHERE amount > (
    SELECT AVG(CAST(amount AS FLOAT))
    FROM sales
  )
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
