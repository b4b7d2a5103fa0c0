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
  CAST(totals.tickets_share_within_region_site_part AS BIGNUMERIC) / NULLIF(SUM(totals.tickets_share_within_region_site_part) OVER (PARTITION BY totals.region, totals.site), 0) AS tickets_share_within_region_site,
  CAST(totals.tickets_share_within_region_site_part AS BIGNUMERIC) / NULLIF(SUM(totals.tickets_share_within_region_site_part) OVER (PARTITION BY totals.region), 0) AS tickets_share_within_region,
  CAST(totals.tickets_share_within_region_site_part AS BIGNUMERIC) / NULLIF(SUM(totals.tickets_share_within_region_site_part) OVER (), 0) AS tickets_share_of_total
FROM totals
ORDER BY
  tickets_share_within_region_site DESC,
  totals.region NULLS LAST,
  totals.site NULLS LAST,
  totals.status NULLS LAST
