-- tickets
SELECT
  sites.region,
  COALESCE(COUNT_BIG(CASE WHEN tickets.opened_on >= @p1 THEN 1 END), 0) AS tickets,
  COALESCE(COUNT_BIG(CASE WHEN tickets.opened_on < @p1 THEN 1 END), 0) AS tickets_before,
  COALESCE(COUNT_BIG(CASE WHEN tickets.opened_on >= @p1 THEN 1 END), 0) - COALESCE(COUNT_BIG(CASE WHEN tickets.opened_on < @p1 THEN 1 END), 0) AS tickets_change,
  CAST(COUNT_BIG(CASE WHEN tickets.status = 'open' AND tickets.opened_on >= @p1 THEN 1 END) AS FLOAT) / NULLIF(COUNT_BIG(CASE WHEN tickets.opened_on >= @p1 THEN 1 END), 0) AS open_share,
  CAST(COUNT_BIG(CASE WHEN tickets.status = 'open' AND tickets.opened_on < @p1 THEN 1 END) AS FLOAT) / NULLIF(COUNT_BIG(CASE WHEN tickets.opened_on < @p1 THEN 1 END), 0) AS open_share_before,
  CAST(COUNT_BIG(CASE WHEN tickets.status = 'open' AND tickets.opened_on >= @p1 THEN 1 END) AS FLOAT) / NULLIF(COUNT_BIG(CASE WHEN tickets.opened_on >= @p1 THEN 1 END), 0) - CAST(COUNT_BIG(CASE WHEN tickets.status = 'open' AND tickets.opened_on < @p1 THEN 1 END) AS FLOAT) / NULLIF(COUNT_BIG(CASE WHEN tickets.opened_on < @p1 THEN 1 END), 0) AS open_share_change
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
WHERE tickets.opened_on >= @p2
  AND tickets.opened_on < @p3
GROUP BY sites.region
ORDER BY
  COALESCE(COUNT_BIG(CASE WHEN tickets.opened_on >= @p1 THEN 1 END), 0) DESC,
  CASE WHEN sites.region IS NULL THEN 1 ELSE 0 END,
  sites.region
