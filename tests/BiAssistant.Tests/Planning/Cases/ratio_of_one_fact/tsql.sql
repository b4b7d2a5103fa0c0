-- tickets
SELECT
  sites.region,
  CAST(COUNT_BIG(CASE WHEN tickets.status = 'open' THEN 1 END) AS FLOAT) / NULLIF(COUNT_BIG(*), 0) AS open_share
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
GROUP BY sites.region
ORDER BY
  CAST(COUNT_BIG(CASE WHEN tickets.status = 'open' THEN 1 END) AS FLOAT) / NULLIF(COUNT_BIG(*), 0) DESC,
  CASE WHEN sites.region IS NULL THEN 1 ELSE 0 END,
  sites.region
