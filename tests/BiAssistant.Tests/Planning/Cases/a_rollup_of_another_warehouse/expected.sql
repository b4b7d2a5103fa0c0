SELECT m, count(*) FROM tickets JOIN (SELECT customer_id, sum(minutes) m FROM calls GROUP BY customer_id) USING (customer_id) WHERE m > 3 GROUP BY m
