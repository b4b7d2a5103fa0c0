SELECT
  id,
  CAST(amount AS BIGNUMERIC) / NULLIF(units - 4, 0) AS per_unit
FROM sales
ORDER BY id NULLS LAST
