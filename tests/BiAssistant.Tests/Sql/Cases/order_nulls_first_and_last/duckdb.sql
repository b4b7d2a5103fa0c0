SELECT
  id,
  amount
FROM sales
ORDER BY region NULLS FIRST, amount DESC NULLS FIRST, id
