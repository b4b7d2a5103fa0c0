-- tickets
SELECT
  DATEFROMPARTS(YEAR(tickets.opened_on), DATEPART(QUARTER, tickets.opened_on) * 3 - 2, 1) AS fiscal_quarter,
  COUNT_BIG(*) AS tickets
FROM tickets
GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), DATEPART(QUARTER, tickets.opened_on) * 3 - 2, 1)
ORDER BY
  CASE
    WHEN DATEFROMPARTS(YEAR(tickets.opened_on), DATEPART(QUARTER, tickets.opened_on) * 3 - 2, 1) IS NULL THEN 1
    ELSE 0
  END,
  DATEFROMPARTS(YEAR(tickets.opened_on), DATEPART(QUARTER, tickets.opened_on) * 3 - 2, 1)
