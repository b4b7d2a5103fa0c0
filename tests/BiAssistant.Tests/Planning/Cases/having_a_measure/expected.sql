SELECT s.region, count(*) FROM tickets JOIN sites s USING (site_id) GROUP BY 1 HAVING count(*) > 2
