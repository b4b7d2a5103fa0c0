-- tickets
SELECT
  DATE(MIN(DATE(DATE(SUBSTR(MIN(DATETIME(tickets.opened_on, '-3 months'), DATE(tickets.opened_on, 'start of month', '-3 months', '+1 month', '-1 day') || ' ' || TIME(tickets.opened_on)), 1, LENGTH(tickets.opened_on)), 'start of year'), '+3 months'), DATE(DATE(SUBSTR(MIN(DATETIME(tickets.opened_on, '-3 months'), DATE(tickets.opened_on, 'start of month', '-3 months', '+1 month', '-1 day') || ' ' || TIME(tickets.opened_on)), 1, LENGTH(tickets.opened_on)), 'start of year'), 'start of month', '+3 months', '+1 month', '-1 day'))) AS fiscal_year,
  COUNT(*) AS tickets
FROM tickets
GROUP BY
  DATE(MIN(DATE(DATE(SUBSTR(MIN(DATETIME(tickets.opened_on, '-3 months'), DATE(tickets.opened_on, 'start of month', '-3 months', '+1 month', '-1 day') || ' ' || TIME(tickets.opened_on)), 1, LENGTH(tickets.opened_on)), 'start of year'), '+3 months'), DATE(DATE(SUBSTR(MIN(DATETIME(tickets.opened_on, '-3 months'), DATE(tickets.opened_on, 'start of month', '-3 months', '+1 month', '-1 day') || ' ' || TIME(tickets.opened_on)), 1, LENGTH(tickets.opened_on)), 'start of year'), 'start of month', '+3 months', '+1 month', '-1 day')))
ORDER BY fiscal_year NULLS LAST
