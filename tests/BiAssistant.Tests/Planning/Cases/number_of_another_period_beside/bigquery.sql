-- parts
SELECT
  sites.region,
  SUM(parts.amount_cents) * NUMERIC '0.01' AS parts_cost,
  SUM(CASE WHEN CAST(tickets.opened_on AS DATE) < @p1 THEN parts.amount_cents END) * NUMERIC '0.01' AS parts_cost_in_period
FROM parts_used AS parts
JOIN tickets ON parts.ticket_id = tickets.ticket_id
JOIN sites ON tickets.site_id = sites.site_id
WHERE CAST(tickets.opened_on AS DATE) >= @p2
  AND CAST(tickets.opened_on AS DATE) < @p3
GROUP BY sites.region
ORDER BY parts_cost DESC, sites.region NULLS LAST
