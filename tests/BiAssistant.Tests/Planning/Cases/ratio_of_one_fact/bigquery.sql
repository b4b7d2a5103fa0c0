-- tickets
SELECT
  sites.region,
  COUNTIF(tickets.status = 'open') / NULLIF(COUNT(*), 0) AS open_share
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
GROUP BY sites.region
ORDER BY open_share DESC, sites.region NULLS LAST
