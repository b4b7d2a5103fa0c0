SELECT
  id,
  CAST(amount AS FLOAT) / NULLIF(units - 4, 0) AS per_unit
FROM sales
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
