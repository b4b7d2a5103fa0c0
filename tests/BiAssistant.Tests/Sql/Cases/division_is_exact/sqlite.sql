SELECT
  CAST(units AS REAL) / 3 AS thirds,
  CAST(amount AS REAL) / 3 AS thirds_of_amount,
  CAST(7 AS REAL) / 2 AS half,
  CAST(amount AS REAL) / 2.5 AS parts
FROM sales
WHERE id IN (1, 3)
ORDER BY id NULLS LAST
