-- tickets
SELECT
  sites.region,
  COUNT(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
WHERE CAST(tickets.opened_on AS DATE) >= @p1
  AND CAST(tickets.opened_on AS DATE) < @p2
GROUP BY sites.region
ORDER BY tickets DESC, sites.region NULLS LAST
