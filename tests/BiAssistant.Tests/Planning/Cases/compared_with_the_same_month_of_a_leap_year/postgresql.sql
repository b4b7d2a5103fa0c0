-- tickets
SELECT
  COALESCE(COUNT(*) FILTER (WHERE tickets.opened_on >= @p1 AND tickets.opened_on < @p2), 0) AS tickets,
  COALESCE(COUNT(*) FILTER (WHERE tickets.opened_on >= @p3 AND tickets.opened_on < @p4), 0) AS tickets_before,
  COALESCE(COUNT(*) FILTER (WHERE tickets.opened_on >= @p1 AND tickets.opened_on < @p2), 0) - COALESCE(COUNT(*) FILTER (WHERE tickets.opened_on >= @p3 AND tickets.opened_on < @p4), 0) AS tickets_change
FROM tickets
WHERE tickets.opened_on >= @p1 AND tickets.opened_on < @p2 OR tickets.opened_on >= @p3 AND tickets.opened_on < @p4
