-- results
SELECT
  results.fiscal_year,
  SUM(results.profit) AS profit
FROM results
GROUP BY results.fiscal_year
ORDER BY CASE WHEN results.fiscal_year IS NULL THEN 1 ELSE 0 END, results.fiscal_year
