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
  CAST(totals.tickets AS BIGNUMERIC) / NULLIF(SUM(totals.tickets) OVER (), 0) AS tickets_share
FROM totals
ORDER BY totals.tickets DESC, totals.region NULLS LAST
