SELECT
  region AS place,
  SUM(units) AS total
FROM sales
GROUP BY region
ORDER BY SUM(units) DESC, CASE WHEN region IS NULL THEN 1 ELSE 0 END, region
