SELECT
  id,
  amount
FROM sales
ORDER BY region, amount DESC NULLS FIRST, id NULLS LAST
