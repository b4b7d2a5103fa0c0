-- tickets
SELECT
  sites.region,
  COALESCE(COUNTIF(CAST(tickets.opened_on AS DATE) >= @p1), 0) AS tickets,
  COALESCE(COUNTIF(CAST(tickets.opened_on AS DATE) < @p1), 0) AS tickets_before,
  COALESCE(COUNTIF(CAST(tickets.opened_on AS DATE) >= @p1), 0) - COALESCE(COUNTIF(CAST(tickets.opened_on AS DATE) < @p1), 0) AS tickets_change,
  COUNTIF(tickets.status = 'open' AND CAST(tickets.opened_on AS DATE) >= @p1) / NULLIF(COUNTIF(CAST(tickets.opened_on AS DATE) >= @p1), 0) AS open_share,
  COUNTIF(tickets.status = 'open' AND CAST(tickets.opened_on AS DATE) < @p1) / NULLIF(COUNTIF(CAST(tickets.opened_on AS DATE) < @p1), 0) AS open_share_before,
  COUNTIF(tickets.status = 'open' AND CAST(tickets.opened_on AS DATE) >= @p1) / NULLIF(COUNTIF(CAST(tickets.opened_on AS DATE) >= @p1), 0) - COUNTIF(tickets.status = 'open' AND CAST(tickets.opened_on AS DATE) < @p1) / NULLIF(COUNTIF(CAST(tickets.opened_on AS DATE) < @p1), 0) AS open_share_change
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
WHERE CAST(tickets.opened_on AS DATE) >= @p2
  AND CAST(tickets.opened_on AS DATE) < @p3
GROUP BY sites.region
ORDER BY tickets DESC, sites.region NULLS LAST
