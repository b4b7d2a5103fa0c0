-- tickets
SELECT CAST(COUNT(*) AS REAL) / NULLIF(10 * 0.6666666666666666666666666667, 0) AS tickets_pace
FROM tickets
WHERE tickets.opened_on >= $p1
  AND tickets.opened_on < $p2
