-- tickets
SELECT
  sites.region,
  COUNT(CASE WHEN tickets.status = 'open' THEN 1 END) * 1.000000000 / COUNT(*) AS open_share
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
GROUP BY sites.region
ORDER BY
  COUNT(CASE WHEN tickets.status = 'open' THEN 1 END) * 1.000000000 / COUNT(*) DESC,
  CASE WHEN sites.region IS NULL THEN 1 ELSE 0 END,
  sites.region
