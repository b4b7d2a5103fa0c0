-- tickets
SELECT
  tickets.status,
  COUNT_BIG(CASE WHEN sites.region = @p1 THEN 1 END) AS north,
  COUNT_BIG(CASE WHEN sites.region = @p2 THEN 1 END) AS south,
  COUNT_BIG(CASE WHEN sites.region = @p1 THEN 1 END) - COUNT_BIG(CASE WHEN sites.region = @p2 THEN 1 END) AS more
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
WHERE sites.region = @p1 OR sites.region = @p2
GROUP BY tickets.status
ORDER BY
  COUNT_BIG(CASE WHEN sites.region = @p1 THEN 1 END) DESC,
  CASE WHEN tickets.status IS NULL THEN 1 ELSE 0 END,
  tickets.status
