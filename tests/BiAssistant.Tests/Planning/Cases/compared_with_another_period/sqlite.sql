-- tickets
SELECT
  sites.region,
  COALESCE(COUNT(*) FILTER (WHERE tickets.opened_on >= $p1), 0) AS tickets,
  COALESCE(COUNT(*) FILTER (WHERE tickets.opened_on < $p1), 0) AS tickets_before,
  COALESCE(COUNT(*) FILTER (WHERE tickets.opened_on >= $p1), 0) - COALESCE(COUNT(*) FILTER (WHERE tickets.opened_on < $p1), 0) AS tickets_change,
  CAST(COUNT(*) FILTER (WHERE tickets.status = 'open' AND tickets.opened_on >= $p1) AS REAL) / NULLIF(COUNT(*) FILTER (WHERE tickets.opened_on >= $p1), 0) AS open_share,
  CAST(COUNT(*) FILTER (WHERE tickets.status = 'open' AND tickets.opened_on < $p1) AS REAL) / NULLIF(COUNT(*) FILTER (WHERE tickets.opened_on < $p1), 0) AS open_share_before,
  CAST(COUNT(*) FILTER (WHERE tickets.status = 'open' AND tickets.opened_on >= $p1) AS REAL) / NULLIF(COUNT(*) FILTER (WHERE tickets.opened_on >= $p1), 0) - CAST(COUNT(*) FILTER (WHERE tickets.status = 'open' AND tickets.opened_on < $p1) AS REAL) / NULLIF(COUNT(*) FILTER (WHERE tickets.opened_on < $p1), 0) AS open_share_change
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
WHERE tickets.opened_on >= $p2
  AND tickets.opened_on < $p3
GROUP BY sites.region
ORDER BY tickets DESC, sites.region NULLS LAST
