SELECT
  region,
  COUNTIF(units > 3) AS many,
  SUM(CASE WHEN units = 0 THEN amount END) AS idle,
  COUNT(DISTINCT amount) AS amounts,
  AVG(units) AS mean
FROM sales
GROUP BY region
ORDER BY region NULLS LAST
