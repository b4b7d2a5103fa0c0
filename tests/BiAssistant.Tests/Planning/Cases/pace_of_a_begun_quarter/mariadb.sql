-- tickets
SELECT COUNT(*) * 3 * 1.000000000 / (10 * 2) AS tickets_pace
FROM tickets
WHERE tickets.opened_on >= @p1
  AND tickets.opened_on < @p2
