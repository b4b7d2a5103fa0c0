-- tickets
SELECT
  sites.name AS site_name,
  sites.site_id,
  COUNT(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
GROUP BY sites.name, sites.site_id
ORDER BY site_name, tickets, sites.site_id
