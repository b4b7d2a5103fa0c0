SELECT
  units * 1.000000000 / 3 AS thirds,
  amount * 1.000000000 / 3 AS thirds_of_amount,
  7.000000000 / 2 AS half,
  amount * 1.000000000 / 2.5 AS parts
FROM sales
WHERE id IN (1, 3)
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
