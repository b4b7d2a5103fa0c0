SELECT country, COUNT(*) FROM customers c
WHERE (SELECT COUNT(DISTINCT t.site_id) FROM tickets t JOIN sites s USING (site_id) WHERE t.customer_id = c.customer_id AND s.region = 'North') = 2 GROUP BY country
