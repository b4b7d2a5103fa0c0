SELECT s.region, avg(CASE WHEN t.status = 'open' THEN 1.0 ELSE 0 END) FROM tickets t JOIN sites s USING (site_id) GROUP BY s.region
