-- tickets
SELECT
  tickets.status,
  COUNT(*) FILTER (WHERE sites.region = $p1) AS north,
  COUNT(*) FILTER (WHERE sites.region = $p2) AS south,
  COUNT(*) FILTER (WHERE sites.region = $p1) - COUNT(*) FILTER (WHERE sites.region = $p2) AS more
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
WHERE sites.region = $p1 OR sites.region = $p2
GROUP BY tickets.status
ORDER BY north DESC, tickets.status NULLS LAST
