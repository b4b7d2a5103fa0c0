SELECT
  region AS place,
  SUM(units) AS total
FROM sales
GROUP BY region
ORDER BY 2 DESC, place NULLS LAST
