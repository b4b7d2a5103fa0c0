SELECT
  CAST(units AS BIGNUMERIC) / 3 AS thirds,
  CAST(amount AS BIGNUMERIC) / 3 AS thirds_of_amount,
  7 / 2 AS half,
  CAST(amount AS BIGNUMERIC) / NUMERIC '2.5' AS parts
FROM sales
WHERE id IN (1, 3)
ORDER BY id NULLS LAST
