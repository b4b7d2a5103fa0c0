SELECT s.region, COUNT(*) / 12.0, 12 FROM tickets t JOIN sites s USING (site_id) WHERE t.opened_on >= '2024-01-01' AND t.opened_on < '2025-01-01' GROUP BY s.region
