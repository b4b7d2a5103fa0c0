-- tickets
SELECT
  DATE_ADD(CAST(DATE_FORMAT(tickets.opened_on, '%Y-01-01') AS DATE), INTERVAL (QUARTER(tickets.opened_on) - 1) QUARTER) AS fiscal_quarter,
  COUNT(*) AS tickets
FROM tickets
GROUP BY
  DATE_ADD(CAST(DATE_FORMAT(tickets.opened_on, '%Y-01-01') AS DATE), INTERVAL (QUARTER(tickets.opened_on) - 1) QUARTER)
ORDER BY
  CASE
    WHEN DATE_ADD(CAST(DATE_FORMAT(tickets.opened_on, '%Y-01-01') AS DATE), INTERVAL (QUARTER(tickets.opened_on) - 1) QUARTER) IS NULL THEN 1
    ELSE 0
  END,
  DATE_ADD(CAST(DATE_FORMAT(tickets.opened_on, '%Y-01-01') AS DATE), INTERVAL (QUARTER(tickets.opened_on) - 1) QUARTER)
