-- tickets
WITH
  -- one row a group
  totals AS (
    SELECT
      sites.region,
      sites.site_id AS site,
      tickets.status,
      COUNT(*) AS tickets_share_within_region_site_part
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region, sites.site_id, tickets.status
  )
SELECT
  totals.region,
  totals.site,
  totals.status,
  totals.tickets_share_within_region_site_part * 1.000000000 / SUM(totals.tickets_share_within_region_site_part) OVER (PARTITION BY totals.region, totals.site) AS tickets_share_within_region_site,
  totals.tickets_share_within_region_site_part * 1.000000000 / SUM(totals.tickets_share_within_region_site_part) OVER (PARTITION BY totals.region) AS tickets_share_within_region,
  totals.tickets_share_within_region_site_part * 1.000000000 / SUM(totals.tickets_share_within_region_site_part) OVER (PARTITION BY CASE WHEN totals.tickets_share_within_region_site_part IS NULL THEN 1 ELSE 1 END) AS tickets_share_of_total
FROM totals
ORDER BY
  tickets_share_within_region_site DESC,
  CASE WHEN totals.region IS NULL THEN 1 ELSE 0 END,
  totals.region,
  CASE WHEN totals.site IS NULL THEN 1 ELSE 0 END,
  totals.site,
  CASE WHEN totals.status IS NULL THEN 1 ELSE 0 END,
  totals.status
