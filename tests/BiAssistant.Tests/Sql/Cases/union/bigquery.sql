SELECT region
FROM sales
WHERE units > 2
UNION DISTINCT
SELECT region
FROM sales
WHERE amount > 5
ORDER BY region NULLS LAST
