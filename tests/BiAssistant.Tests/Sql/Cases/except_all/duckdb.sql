SELECT region
FROM sales
EXCEPT ALL
SELECT region
FROM sales
WHERE units > 3
ORDER BY region
