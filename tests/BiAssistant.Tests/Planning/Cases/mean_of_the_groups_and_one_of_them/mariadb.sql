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
  windowed.region,
  windowed.site,
  windowed.tickets,
  windowed.average_tickets,
  AVG(windowed.tickets * 1.000000000) OVER (PARTITION BY windowed.region) AS average_tickets_within_region,
  CASE
    WHEN COUNT(CASE WHEN windowed.site = @p1 THEN 1 END) OVER (PARTITION BY windowed.region) = 1 THEN MAX(CASE WHEN windowed.site = @p1 THEN windowed.tickets END) OVER (PARTITION BY windowed.region)
  END AS tickets_of_member
FROM (
  SELECT
    totals.region,
    totals.site,
    totals.tickets,
    AVG(totals.tickets * 1.000000000) OVER () AS average_tickets
  FROM totals
) AS windowed
ORDER BY
  windowed.tickets DESC,
  CASE WHEN windowed.region IS NULL THEN 1 ELSE 0 END,
  windowed.region,
  CASE WHEN windowed.site IS NULL THEN 1 ELSE 0 END,
  windowed.site
