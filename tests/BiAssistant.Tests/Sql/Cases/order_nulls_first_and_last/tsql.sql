SELECT
  id,
  amount
FROM sales
ORDER BY
  region,
  CASE WHEN amount IS NULL THEN 0 ELSE 1 END,
  amount DESC,
  CASE WHEN id IS NULL THEN 1 ELSE 0 END,
  id
