SELECT region, COUNT(DISTINCT status), 2, (SELECT AVG(hours) FROM tickets) FROM tickets JOIN sites USING (site_id) GROUP BY region
