SELECT
  id,
  amount * 1.000000000 / (units - 4) AS per_unit
FROM sales
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
