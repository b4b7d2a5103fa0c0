SELECT region
FROM sales
EXCEPT
SELECT region
FROM sales
WHERE amount > 5
ORDER BY region
