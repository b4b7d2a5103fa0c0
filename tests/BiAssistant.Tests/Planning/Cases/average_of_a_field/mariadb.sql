-- tickets
SELECT
  tickets.status,
  AVG(tickets.hours * 1.000000000) AS avg_hours
FROM tickets
GROUP BY tickets.status
ORDER BY
  AVG(tickets.hours * 1.000000000) DESC,
  CASE WHEN tickets.status IS NULL THEN 1 ELSE 0 END,
  tickets.status
