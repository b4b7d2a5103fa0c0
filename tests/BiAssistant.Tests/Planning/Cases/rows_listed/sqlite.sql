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
WHERE tickets.opened_on >= $p1
  AND tickets.opened_on < $p2
  AND tickets.status = $p3
ORDER BY
  tickets.opened_on NULLS LAST,
  customer_name NULLS LAST,
  customers.customer_id NULLS LAST,
  sites.region NULLS LAST,
  tickets.hours NULLS LAST,
  row_ticket_id NULLS LAST
