-- results
SELECT SUM(CAST(0 AS BIGINT) + results.profit) AS profit
FROM results
WHERE results.quarter IN (@p1, @p2)
