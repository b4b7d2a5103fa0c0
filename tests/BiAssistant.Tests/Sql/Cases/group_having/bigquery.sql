SELECT
  region,
  COUNT(*) AS n,
  COUNT(amount) AS amounts,
  SUM(units) AS total,
  MIN(amount) AS least_amount,
  MAX(amount) AS most
FROM sales
GROUP BY region
HAVING COUNT(*) > 1 OR SUM(units) > 6
ORDER BY n DESC, region NULLS LAST
