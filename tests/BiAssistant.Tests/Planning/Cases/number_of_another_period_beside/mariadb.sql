-- parts
SELECT
  sites.region,
  SUM(parts.amount_cents) * 0.01 AS parts_cost,
  SUM(CASE WHEN tickets.opened_on < @p1 THEN parts.amount_cents END) * 0.01 AS parts_cost_in_period
FROM parts_used AS parts
JOIN tickets ON parts.ticket_id = tickets.ticket_id
JOIN sites ON tickets.site_id = sites.site_id
WHERE tickets.opened_on >= @p2
  AND tickets.opened_on < @p3
GROUP BY sites.region
ORDER BY
  SUM(parts.amount_cents) * 0.01 DESC,
  CASE WHEN sites.region IS NULL THEN 1 ELSE 0 END,
  sites.region
