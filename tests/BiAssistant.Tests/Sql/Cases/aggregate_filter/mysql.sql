SELECT
  region,
  COUNT(CASE WHEN units > 3 THEN 1 END) AS many,
  SUM(CASE WHEN units = 0 THEN amount END) AS idle,
  COUNT(DISTINCT amount) AS amounts,
  AVG(units * 1.000000000) AS mean
FROM sales
GROUP BY region
ORDER BY CASE WHEN region IS NULL THEN 1 ELSE 0 END, region
