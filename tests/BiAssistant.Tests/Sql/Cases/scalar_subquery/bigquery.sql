SELECT
  id,
  CAST(amount AS BIGNUMERIC) / NULLIF((
    SELECT SUM(amount)
    FROM sales
  ), 0) AS share,
  (
    SELECT MAX(d)
    FROM days
  ) AS newest
FROM sales
WHERE amount > (
    SELECT AVG(amount)
    FROM sales
  )
ORDER BY id NULLS LAST
