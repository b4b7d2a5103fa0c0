SELECT COUNT(*) FROM tickets t WHERE t.customer_id IS NOT NULL AND (SELECT COUNT(*) FROM tickets o WHERE o.customer_id = t.customer_id AND o.status = 'open') < 2
