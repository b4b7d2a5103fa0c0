-- tickets
SELECT
  sites.region,
  COUNT_BIG(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
GROUP BY sites.region
HAVING COUNT_BIG(*) >= @p1
ORDER BY COUNT_BIG(*) DESC, CASE WHEN sites.region IS NULL THEN 1 ELSE 0 END, sites.region
