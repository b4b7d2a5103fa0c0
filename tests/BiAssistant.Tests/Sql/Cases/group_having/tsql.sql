SELECT
  region,
  COUNT_BIG(*) AS n,
  COUNT_BIG(amount) AS amounts,
  SUM(CAST(0 AS BIGINT) + units) AS total,
  MIN(amount) AS least_amount,
  MAX(amount) AS most
FROM sales
GROUP BY region
HAVING COUNT_BIG(*) > 1 OR SUM(CAST(0 AS BIGINT) + units) > 6
ORDER BY COUNT_BIG(*) DESC, CASE WHEN region IS NULL THEN 1 ELSE 0 END, region
