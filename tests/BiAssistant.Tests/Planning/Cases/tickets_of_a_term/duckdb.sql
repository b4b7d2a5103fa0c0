-- tickets
SELECT
  tickets.status,
  COUNT(*) AS tickets
FROM tickets
WHERE tickets.hours > 2
GROUP BY tickets.status
ORDER BY tickets DESC, tickets.status
