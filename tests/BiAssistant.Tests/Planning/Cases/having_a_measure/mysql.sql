-- tickets
SELECT
  sites.region,
  COUNT(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
GROUP BY sites.region
HAVING COUNT(*) >= @p1
ORDER BY COUNT(*) DESC, CASE WHEN sites.region IS NULL THEN 1 ELSE 0 END, sites.region
