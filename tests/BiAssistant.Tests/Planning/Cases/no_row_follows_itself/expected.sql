SELECT s.region,
  COUNT(DISTINCT CASE WHEN EXISTS (SELECT 1 FROM tickets t WHERE t.site_id = f.site_id AND t.ticket_id <> f.ticket_id AND t.opened_on BETWEEN f.opened_on AND f.opened_on + INTERVAL 60 DAY) THEN f.site_id END) / COUNT(DISTINCT f.site_id)
FROM tickets f JOIN sites s USING (site_id) WHERE f.opened_on < '2025-01-01' GROUP BY ALL
