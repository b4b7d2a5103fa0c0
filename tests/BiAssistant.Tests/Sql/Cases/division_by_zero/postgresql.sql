SELECT
  id,
  CAST(amount AS NUMERIC) / NULLIF(units - 4, 0) AS per_unit
FROM sales
ORDER BY id
