-- tickets
SELECT
  COALESCE(COUNTIF(CAST(tickets.opened_on AS DATE) >= @p1 AND CAST(tickets.opened_on AS DATE) < @p2), 0) AS tickets,
  COALESCE(COUNTIF(CAST(tickets.opened_on AS DATE) >= @p3 AND CAST(tickets.opened_on AS DATE) < @p4), 0) AS tickets_before,
  COALESCE(COUNTIF(CAST(tickets.opened_on AS DATE) >= @p1 AND CAST(tickets.opened_on AS DATE) < @p2), 0) - COALESCE(COUNTIF(CAST(tickets.opened_on AS DATE) >= @p3 AND CAST(tickets.opened_on AS DATE) < @p4), 0) AS tickets_change
FROM tickets
WHERE CAST(tickets.opened_on AS DATE) >= @p1 AND CAST(tickets.opened_on AS DATE) < @p2 OR CAST(tickets.opened_on AS DATE) >= @p3 AND CAST(tickets.opened_on AS DATE) < @p4
