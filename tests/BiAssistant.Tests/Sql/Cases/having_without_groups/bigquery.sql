SELECT
  COUNT(*) AS n,
  COUNT(DISTINCT region) AS places,
  SUM(amount) AS total
FROM sales
HAVING COUNT(*) > 3
