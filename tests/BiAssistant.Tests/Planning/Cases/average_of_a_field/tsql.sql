-- tickets
SELECT
  tickets.status,
  AVG(CAST(tickets.hours AS FLOAT)) AS avg_hours
FROM tickets
GROUP BY tickets.status
ORDER BY
  AVG(CAST(tickets.hours AS FLOAT)) DESC,
  CASE WHEN tickets.status IS NULL THEN 1 ELSE 0 END,
  tickets.status
