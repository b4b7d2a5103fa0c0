SELECT status, COUNT(*), COUNT(*) FILTER (WHERE ticket_id IN (SELECT ticket_id FROM parts_used)), COUNT(*) FILTER (WHERE ticket_id NOT IN (SELECT ticket_id FROM parts_used WHERE part = 'belt'))
FROM tickets GROUP BY status
