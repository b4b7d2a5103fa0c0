SELECT country, count(*) FROM customers c WHERE (SELECT count(*) FROM calls WHERE calls.customer_id = c.customer_id) < 2 GROUP BY country
