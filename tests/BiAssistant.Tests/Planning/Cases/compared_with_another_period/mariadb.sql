-- tickets
SELECT
  sites.region,
  COALESCE(COUNT(CASE WHEN tickets.opened_on >= @p1 THEN 1 END), 0) AS tickets,
  COALESCE(COUNT(CASE WHEN tickets.opened_on < @p1 THEN 1 END), 0) AS tickets_before,
  COALESCE(COUNT(CASE WHEN tickets.opened_on >= @p1 THEN 1 END), 0) - COALESCE(COUNT(CASE WHEN tickets.opened_on < @p1 THEN 1 END), 0) AS tickets_change,
  COUNT(CASE WHEN tickets.status = 'open' AND tickets.opened_on >= @p1 THEN 1 END) * 1.000000000 / COUNT(CASE WHEN tickets.opened_on >= @p1 THEN 1 END) AS open_share,
  COUNT(CASE WHEN tickets.status = 'open' AND tickets.opened_on < @p1 THEN 1 END) * 1.000000000 / COUNT(CASE WHEN tickets.opened_on < @p1 THEN 1 END) AS open_share_before,
  COUNT(CASE WHEN tickets.status = 'open' AND tickets.opened_on >= @p1 THEN 1 END) * 1.000000000 / COUNT(CASE WHEN tickets.opened_on >= @p1 THEN 1 END) - COUNT(CASE WHEN tickets.status = 'open' AND tickets.opened_on < @p1 THEN 1 END) * 1.000000000 / COUNT(CASE WHEN tickets.opened_on < @p1 THEN 1 END) AS open_share_change
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
WHERE tickets.opened_on >= @p2
  AND tickets.opened_on < @p3
GROUP BY sites.region
ORDER BY
  COALESCE(COUNT(CASE WHEN tickets.opened_on >= @p1 THEN 1 END), 0) DESC,
  CASE WHEN sites.region IS NULL THEN 1 ELSE 0 END,
  sites.region
