SELECT
  id,
  LAG(units) OVER (ORDER BY id NULLS LAST) AS previous,
  COUNT(*) OVER () AS n,
  SUM(units) OVER (PARTITION BY region) AS of_region
FROM sales
ORDER BY id NULLS LAST
