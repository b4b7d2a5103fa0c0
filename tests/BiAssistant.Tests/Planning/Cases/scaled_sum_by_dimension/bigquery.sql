-- parts
SELECT
  sites.region,
  SUM(parts.amount_cents) * NUMERIC '0.01' AS parts_cost
FROM parts_used AS parts
JOIN tickets ON parts.ticket_id = tickets.ticket_id
JOIN sites ON tickets.site_id = sites.site_id
GROUP BY sites.region
ORDER BY parts_cost DESC, sites.region NULLS LAST
