-- tickets
SELECT CAST(COUNT(*) * 3 AS REAL) / NULLIF(10 * 2, 0) AS tickets_pace
FROM tickets
WHERE tickets.opened_on >= $p1
  AND tickets.opened_on < $p2
