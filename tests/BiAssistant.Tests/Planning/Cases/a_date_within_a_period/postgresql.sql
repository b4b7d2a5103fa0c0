-- tickets
SELECT
  sites.region,
  COUNT(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
WHERE tickets.opened_on >= @p1
  AND tickets.opened_on < @p2
GROUP BY sites.region
ORDER BY tickets DESC NULLS LAST, sites.region
