-- tickets
SELECT COUNT(*) AS tickets
FROM tickets
WHERE CAST(tickets.opened_on AS DATE) >= @p1
  AND CAST(tickets.opened_on AS DATE) < @p2
