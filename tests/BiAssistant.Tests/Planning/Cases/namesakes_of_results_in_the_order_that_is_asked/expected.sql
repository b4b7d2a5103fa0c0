SELECT s.name, s.site_id, count(*) FROM tickets JOIN sites s USING (site_id) GROUP BY ALL
