WITH raised AS (SELECT c.customer_id, count(t.ticket_id) AS n, sum(t.hours) FILTER (t.status = 'closed') AS hours FROM customers c LEFT JOIN tickets t USING (customer_id) GROUP BY 1)
SELECT n, sum(amount_cents) * 0.01 FROM parts_used JOIN tickets USING (ticket_id) JOIN raised USING (customer_id) WHERE raised.hours > 2 GROUP BY n
