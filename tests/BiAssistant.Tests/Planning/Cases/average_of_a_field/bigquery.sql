-- tickets
SELECT
  tickets.status,
  AVG(tickets.hours) AS avg_hours
FROM tickets
GROUP BY tickets.status
ORDER BY avg_hours DESC, tickets.status NULLS LAST
