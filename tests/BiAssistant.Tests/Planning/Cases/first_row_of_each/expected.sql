SELECT c.name, c.customer_id, t.opened_on, t.ticket_id
FROM tickets t
LEFT JOIN customers c USING (customer_id)
WHERE t.opened_on = (SELECT MIN(e.opened_on) FROM tickets e WHERE e.customer_id IS NOT DISTINCT FROM t.customer_id)
