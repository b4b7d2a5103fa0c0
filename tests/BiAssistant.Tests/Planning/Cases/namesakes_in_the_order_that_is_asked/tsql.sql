-- tickets
SELECT
  sites.name AS site_name,
  sites.site_id,
  COUNT_BIG(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
GROUP BY sites.name, sites.site_id
ORDER BY
  CASE WHEN sites.name IS NULL THEN 1 ELSE 0 END,
  sites.name,
  COUNT_BIG(*),
  CASE WHEN sites.site_id IS NULL THEN 1 ELSE 0 END,
  sites.site_id
