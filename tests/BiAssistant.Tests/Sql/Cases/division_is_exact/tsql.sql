SELECT
  CAST(units AS FLOAT) / 3 AS thirds,
  CAST(amount AS FLOAT) / 3 AS thirds_of_amount,
  CAST(7 AS FLOAT) / 2 AS half,
  CAST(amount AS FLOAT) / 2.5 AS parts
FROM sales
WHERE id IN (1, 3)
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
