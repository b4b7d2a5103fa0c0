-- tickets
SELECT
  DATE(tickets.opened_on, '-6 days', '-6 days', 'weekday 1', '+6 days') AS week,
  COUNT(*) AS tickets
FROM tickets
WHERE tickets.opened_on >= $p1
  AND tickets.opened_on < $p2
GROUP BY DATE(tickets.opened_on, '-6 days', '-6 days', 'weekday 1', '+6 days')
ORDER BY week NULLS LAST
