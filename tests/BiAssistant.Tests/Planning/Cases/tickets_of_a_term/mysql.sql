-- tickets
SELECT
  tickets.status,
  COUNT(*) AS tickets
FROM tickets
WHERE tickets.hours > 2
GROUP BY tickets.status
ORDER BY COUNT(*) DESC, CASE WHEN tickets.status IS NULL THEN 1 ELSE 0 END, tickets.status
