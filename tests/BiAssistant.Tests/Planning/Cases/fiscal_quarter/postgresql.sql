-- tickets
SELECT
  CAST(DATE_TRUNC('quarter', tickets.opened_on) AS DATE) AS fiscal_quarter,
  COUNT(*) AS tickets
FROM tickets
GROUP BY CAST(DATE_TRUNC('quarter', tickets.opened_on) AS DATE)
ORDER BY fiscal_quarter
