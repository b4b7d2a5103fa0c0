-- results
SELECT SUM(results.profit) AS profit
FROM results
WHERE results.quarter IN (@p1, @p2)
