SELECT region, MEDIAN(amount) AS middle, PERCENTILE(units, 0.9) AS high
FROM sales
GROUP BY region
ORDER BY region
