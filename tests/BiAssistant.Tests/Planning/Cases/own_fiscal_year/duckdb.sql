-- results
SELECT
  results.fiscal_year,
  SUM(results.profit) AS profit
FROM results
GROUP BY results.fiscal_year
ORDER BY results.fiscal_year
