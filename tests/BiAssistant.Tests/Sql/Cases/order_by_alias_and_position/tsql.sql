SELECT
  region AS place,
  SUM(CAST(0 AS BIGINT) + units) AS total
FROM sales
GROUP BY region
ORDER BY SUM(CAST(0 AS BIGINT) + units) DESC, CASE WHEN region IS NULL THEN 1 ELSE 0 END, region
