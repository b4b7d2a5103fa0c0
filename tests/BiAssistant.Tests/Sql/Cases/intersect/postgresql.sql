SELECT region
FROM sales
WHERE units > 2
INTERSECT
SELECT region
FROM sales
WHERE amount > 5
ORDER BY region
