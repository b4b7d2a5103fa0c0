-- tickets
WITH
  -- one row a group
  totals AS (
    SELECT
      sites.region,
      COUNT_BIG(*) AS tickets
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region
  )
SELECT
  totals.region,
  totals.tickets,
  CAST(totals.tickets AS FLOAT) / NULLIF(SUM(CAST(0 AS BIGINT) + totals.tickets) OVER (), 0) AS tickets_share
FROM totals
ORDER BY totals.tickets DESC, CASE WHEN totals.region IS NULL THEN 1 ELSE 0 END, totals.region
