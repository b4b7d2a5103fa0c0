-- tickets
SELECT COUNT(*) * 3 / NULLIF(10 * 2, 0) AS tickets_pace
FROM tickets
WHERE CAST(tickets.opened_on AS DATE) >= @p1
  AND CAST(tickets.opened_on AS DATE) < @p2
