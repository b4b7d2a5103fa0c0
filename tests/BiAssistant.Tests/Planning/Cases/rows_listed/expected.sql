SELECT t.opened_on, c.name, c.customer_id, s.region, t.hours, t.ticket_id FROM tickets t JOIN sites s USING (site_id) LEFT JOIN customers c USING (customer_id)
WHERE t.status = 'open' AND year(t.opened_on) = 2024
