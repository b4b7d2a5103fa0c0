SELECT s.region,
  COUNT(DISTINCT CASE WHEN EXISTS (SELECT 1 FROM tickets t WHERE t.site_id = c.site_id AND t.opened_on BETWEEN c.starts_on AND c.starts_on + INTERVAL 60 DAY) THEN c.site_id END) / COUNT(DISTINCT c.site_id)
FROM contracts c JOIN sites s USING (site_id) WHERE c.starts_on + INTERVAL 60 DAY < '2025-03-02' GROUP BY ALL
