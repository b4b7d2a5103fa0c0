SELECT n, COUNT(*) FROM (SELECT customer_id, (SELECT COUNT(*) FROM tickets t WHERE t.customer_id = c.customer_id AND t.status = 'open') AS n FROM customers c) GROUP BY n
