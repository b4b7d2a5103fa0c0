-- results
SELECT
  results.quarter,
  SUM(results.profit) AS profit
FROM results
WHERE results.fiscal_year = $p1
GROUP BY results.quarter
ORDER BY results.quarter NULLS LAST
