SELECT status, COUNT(*) FROM tickets WHERE site_id IN (1, 3) GROUP BY status
