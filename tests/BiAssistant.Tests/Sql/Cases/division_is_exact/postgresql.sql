SELECT
  CAST(units AS NUMERIC) / 3 AS thirds,
  CAST(amount AS NUMERIC) / 3 AS thirds_of_amount,
  CAST(7 AS NUMERIC) / 2 AS half,
  amount / 2.5 AS parts
FROM sales
WHERE id IN (1, 3)
ORDER BY id
