-- tickets
SELECT
  DATE(tickets.opened_on, 'start of month', '-' || ((CAST(STRFTIME('%m', tickets.opened_on) AS INTEGER) - 1) % 3) || ' months') AS fiscal_quarter,
  COUNT(*) AS tickets
FROM tickets
GROUP BY
  DATE(tickets.opened_on, 'start of month', '-' || ((CAST(STRFTIME('%m', tickets.opened_on) AS INTEGER) - 1) % 3) || ' months')
ORDER BY fiscal_quarter NULLS LAST
