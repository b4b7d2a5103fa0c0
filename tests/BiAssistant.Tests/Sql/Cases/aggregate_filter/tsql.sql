SELECT
  region,
  COUNT_BIG(CASE WHEN units > 3 THEN 1 END) AS many,
  SUM(CAST(0 AS BIGINT) + CASE WHEN units = 0 THEN amount END) AS idle,
  COUNT_BIG(DISTINCT amount) AS amounts,
  AVG(CAST(units AS FLOAT)) AS mean
FROM sales
GROUP BY region
ORDER BY CASE WHEN region IS NULL THEN 1 ELSE 0 END, region
