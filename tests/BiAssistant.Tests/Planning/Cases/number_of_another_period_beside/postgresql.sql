-- parts
SELECT
  sites.region,
  SUM(parts.amount_cents) * 0.01 AS parts_cost,
  SUM(parts.amount_cents) FILTER (WHERE tickets.opened_on < @p1) * 0.01 AS parts_cost_in_period
FROM parts_used AS parts
JOIN tickets ON parts.ticket_id = tickets.ticket_id
JOIN sites ON tickets.site_id = sites.site_id
WHERE tickets.opened_on >= @p2
  AND tickets.opened_on < @p3
GROUP BY sites.region
ORDER BY parts_cost DESC NULLS LAST, sites.region
