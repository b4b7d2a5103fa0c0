SELECT
  region,
  COUNT(*) FILTER (WHERE units > 3) AS many,
  SUM(amount) FILTER (WHERE units = 0) AS idle,
  COUNT(DISTINCT amount) AS amounts,
  AVG(units) AS mean
FROM sales
GROUP BY region
ORDER BY region NULLS LAST
