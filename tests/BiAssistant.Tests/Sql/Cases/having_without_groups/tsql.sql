SELECT
  COUNT_BIG(*) AS n,
  COUNT_BIG(DISTINCT region) AS places,
  SUM(CAST(0 AS BIGINT) + amount) AS total
FROM sales
HAVING COUNT_BIG(*) > 3
