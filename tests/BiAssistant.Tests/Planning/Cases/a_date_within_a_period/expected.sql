SELECT s.region, COUNT(*) FROM tickets t JOIN sites s USING (site_id) WHERE t.opened_on >= '2024-02-01' AND t.opened_on < '2024-05-01' GROUP BY s.region
