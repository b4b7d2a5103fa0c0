-- tickets
WITH
  -- one row a group
  totals AS (
    SELECT
      sites.region,
      sites.site_id AS site,
      tickets.status,
      COUNT_BIG(*) AS tickets_share_within_region_site_part
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region, sites.site_id, tickets.status
  )
SELECT
  totals.region,
  totals.site,
  totals.status,
  CAST(totals.tickets_share_within_region_site_part AS FLOAT) / NULLIF(SUM(CAST(0 AS BIGINT) + totals.tickets_share_within_region_site_part) OVER (PARTITION BY totals.region, totals.site), 0) AS tickets_share_within_region_site,
  CAST(totals.tickets_share_within_region_site_part AS FLOAT) / NULLIF(SUM(CAST(0 AS BIGINT) + totals.tickets_share_within_region_site_part) OVER (PARTITION BY totals.region), 0) AS tickets_share_within_region,
  CAST(totals.tickets_share_within_region_site_part AS FLOAT) / NULLIF(SUM(CAST(0 AS BIGINT) + totals.tickets_share_within_region_site_part) OVER (), 0) AS tickets_share_of_total
FROM totals
ORDER BY
  tickets_share_within_region_site DESC,
  CASE WHEN totals.region IS NULL THEN 1 ELSE 0 END,
  totals.region,
  CASE WHEN totals.site IS NULL THEN 1 ELSE 0 END,
  totals.site,
  CASE WHEN totals.status IS NULL THEN 1 ELSE 0 END,
  totals.status
