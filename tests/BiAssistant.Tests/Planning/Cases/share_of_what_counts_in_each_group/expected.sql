SELECT f.name, COUNT(DISTINCT t.ticket_id), COUNT(DISTINCT t.ticket_id) / 9.0 FROM tickets t LEFT JOIN ticket_faults l USING (ticket_id) LEFT JOIN faults f USING (fault_id) GROUP BY f.name
