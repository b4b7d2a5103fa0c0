-- tickets
SELECT COUNT(*) AS tickets
FROM tickets
WHERE tickets.opened_on >= @p1
  AND tickets.opened_on < @p2
