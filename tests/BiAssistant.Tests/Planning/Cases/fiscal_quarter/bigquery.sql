-- tickets
SELECT
  DATE_TRUNC(CAST(tickets.opened_on AS DATE), QUARTER) AS fiscal_quarter,
  COUNT(*) AS tickets
FROM tickets
GROUP BY DATE_TRUNC(CAST(tickets.opened_on AS DATE), QUARTER)
ORDER BY fiscal_quarter NULLS LAST
