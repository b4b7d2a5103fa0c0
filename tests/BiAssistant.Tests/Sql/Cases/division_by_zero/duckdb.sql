SELECT
  id,
  amount / NULLIF(units - 4, 0) AS per_unit
FROM sales
ORDER BY id
