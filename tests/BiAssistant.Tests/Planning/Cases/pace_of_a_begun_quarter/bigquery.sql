-- tickets
SELECT CAST(COUNT(*) AS BIGNUMERIC) / NULLIF(10 * BIGNUMERIC '0.6666666666666666666666666667', 0) AS tickets_pace
FROM tickets
WHERE CAST(tickets.opened_on AS DATE) >= @p1
  AND CAST(tickets.opened_on AS DATE) < @p2
