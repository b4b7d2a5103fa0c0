-- tickets
SELECT
  DATE(tickets.opened_on, 'start of month', '-3 months', 'start of year', '+3 months') AS fiscal_year,
  COUNT(*) AS tickets
FROM tickets
GROUP BY DATE(tickets.opened_on, 'start of month', '-3 months', 'start of year', '+3 months')
ORDER BY fiscal_year NULLS LAST
