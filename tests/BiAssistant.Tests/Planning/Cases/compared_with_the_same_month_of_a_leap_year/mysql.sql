-- tickets
SELECT
  COALESCE(COUNT(CASE WHEN tickets.opened_on >= @p1 AND tickets.opened_on < @p2 THEN 1 END), 0) AS tickets,
  COALESCE(COUNT(CASE WHEN tickets.opened_on >= @p3 AND tickets.opened_on < @p4 THEN 1 END), 0) AS tickets_before,
  COALESCE(COUNT(CASE WHEN tickets.opened_on >= @p1 AND tickets.opened_on < @p2 THEN 1 END), 0) - COALESCE(COUNT(CASE WHEN tickets.opened_on >= @p3 AND tickets.opened_on < @p4 THEN 1 END), 0) AS tickets_change
FROM tickets
WHERE tickets.opened_on >= @p1 AND tickets.opened_on < @p2 OR tickets.opened_on >= @p3 AND tickets.opened_on < @p4
