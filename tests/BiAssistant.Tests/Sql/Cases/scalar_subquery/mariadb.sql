SELECT
  id,
  amount * 1.000000000 / (
    SELECT SUM(amount)
    FROM sales
  ) AS share,
  (
    SELECT MAX(d)
    FROM days
  ) AS newest
FROM sales
WHERE amount > (
    SELECT AVG(amount * 1.000000000)
    FROM sales
  )
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
