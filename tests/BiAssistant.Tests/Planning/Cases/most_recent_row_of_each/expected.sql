SELECT s.name, s.site_id, t.opened_on, t.status, t.ticket_id FROM tickets t JOIN sites s USING (site_id) QUALIFY RANK() OVER (PARTITION BY s.site_id ORDER BY t.opened_on DESC) = 1
