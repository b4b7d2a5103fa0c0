SELECT region FROM sales
INTERSECT ALL
SELECT region FROM sales WHERE units > 3
ORDER BY region
