SELECT c.country, count(*) FROM tickets LEFT JOIN customers c USING (customer_id) GROUP BY 1
