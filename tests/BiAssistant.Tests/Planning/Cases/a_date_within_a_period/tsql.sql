-- tickets
SELECT
  sites.region,
  COUNT_BIG(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
WHERE tickets.opened_on >= @p1
  AND tickets.opened_on < @p2
GROUP BY sites.region
ORDER BY COUNT_BIG(*) DESC, CASE WHEN sites.region IS NULL THEN 1 ELSE 0 END, sites.region
