-- tickets
SELECT
  tickets.status,
  COUNTIF(sites.region = @p1) AS north,
  COUNTIF(sites.region = @p2) AS south,
  COUNTIF(sites.region = @p1) - COUNTIF(sites.region = @p2) AS more
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
WHERE sites.region = @p1 OR sites.region = @p2
GROUP BY tickets.status
ORDER BY north DESC, tickets.status NULLS LAST
