-- tickets
WITH
  -- one row a group
  totals AS (
    SELECT
      sites.region,
      sites.site_id AS site,
      COUNT(*) AS tickets
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region, sites.site_id
  )
SELECT
  totals.region,
  totals.site,
  totals.tickets,
  AVG(totals.tickets * 1.000000000) OVER (PARTITION BY CASE WHEN totals.tickets IS NULL THEN 1 ELSE 1 END) AS average_tickets,
  AVG(totals.tickets * 1.000000000) OVER (PARTITION BY totals.region) AS average_tickets_within_region,
  CASE
    WHEN COUNT(CASE WHEN totals.site = @p1 THEN 1 END) OVER (PARTITION BY totals.region) = 1 THEN MAX(CASE WHEN totals.site = @p1 THEN totals.tickets END) OVER (PARTITION BY totals.region)
  END AS tickets_of_member
FROM totals
ORDER BY
  totals.tickets DESC,
  CASE WHEN totals.region IS NULL THEN 1 ELSE 0 END,
  totals.region,
  CASE WHEN totals.site IS NULL THEN 1 ELSE 0 END,
  totals.site
