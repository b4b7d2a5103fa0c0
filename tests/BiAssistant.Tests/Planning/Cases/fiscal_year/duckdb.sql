-- tickets
SELECT
  CAST(CAST(DATE_TRUNC('year', tickets.opened_on - INTERVAL '3' MONTH) AS DATE) + INTERVAL '3' MONTH AS DATE) AS fiscal_year,
  COUNT(*) AS tickets
FROM tickets
GROUP BY
  CAST(CAST(DATE_TRUNC('year', tickets.opened_on - INTERVAL '3' MONTH) AS DATE) + INTERVAL '3' MONTH AS DATE)
ORDER BY fiscal_year
