-- tickets
WITH
  -- one row a group
  totals AS (
    SELECT
      sites.region,
      COUNT(*) AS tickets
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region
  )
SELECT
  totals.region,
  totals.tickets,
  totals.tickets * 1.000000000 / SUM(totals.tickets) OVER () AS tickets_share
FROM totals
ORDER BY totals.tickets DESC, CASE WHEN totals.region IS NULL THEN 1 ELSE 0 END, totals.region
