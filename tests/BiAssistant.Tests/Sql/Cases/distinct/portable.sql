SELECT DISTINCT region
FROM sales
ORDER BY region
