-- results
SELECT
  results.quarter,
  SUM(results.profit) AS profit
FROM results
WHERE results.fiscal_year = @p1
GROUP BY results.quarter
ORDER BY CASE WHEN results.quarter IS NULL THEN 1 ELSE 0 END, results.quarter
