-- tickets
SELECT
  tickets.opened_on,
  customers.name AS customer_name,
  customers.customer_id,
  sites.region,
  tickets.hours,
  tickets.ticket_id AS row_ticket_id
FROM tickets
LEFT JOIN customers ON tickets.customer_id = customers.customer_id
JOIN sites ON tickets.site_id = sites.site_id
WHERE tickets.opened_on >= @p1
  AND tickets.opened_on < @p2
  AND tickets.status = @p3
ORDER BY
  CASE WHEN tickets.opened_on IS NULL THEN 1 ELSE 0 END,
  tickets.opened_on,
  CASE WHEN customers.name IS NULL THEN 1 ELSE 0 END,
  customers.name,
  CASE WHEN customers.customer_id IS NULL THEN 1 ELSE 0 END,
  customers.customer_id,
  CASE WHEN sites.region IS NULL THEN 1 ELSE 0 END,
  sites.region,
  CASE WHEN tickets.hours IS NULL THEN 1 ELSE 0 END,
  tickets.hours,
  CASE WHEN tickets.ticket_id IS NULL THEN 1 ELSE 0 END,
  tickets.ticket_id
