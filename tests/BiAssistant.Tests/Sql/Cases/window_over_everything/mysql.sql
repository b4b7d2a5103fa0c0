SELECT
  id,
  LAG(units) OVER (ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id) AS previous,
  COUNT(*) OVER () AS n,
  SUM(units) OVER (PARTITION BY region) AS of_region
FROM sales
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
