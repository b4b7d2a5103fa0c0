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
  windowed.region,
  windowed.site,
  windowed.status,
  windowed.tickets_share_within_region_site_part * 1.000000000 / windowed.value AS tickets_share_within_region_site,
  windowed.tickets_share_within_region_site_part * 1.000000000 / windowed.value_2 AS tickets_share_within_region,
  windowed.tickets_share_within_region_site_part * 1.000000000 / SUM(windowed.tickets_share_within_region_site_part) OVER () AS tickets_share_of_total
FROM (
  SELECT
    windowed.region,
    windowed.site,
    windowed.status,
    windowed.tickets_share_within_region_site_part,
    windowed.value,
    SUM(windowed.tickets_share_within_region_site_part) OVER (PARTITION BY windowed.region) AS value_2
  FROM (
    SELECT
      totals.region,
      totals.site,
      totals.status,
      totals.tickets_share_within_region_site_part,
      SUM(totals.tickets_share_within_region_site_part) OVER (PARTITION BY totals.region, totals.site) AS value
    FROM totals
  ) AS windowed
) AS windowed
ORDER BY
  tickets_share_within_region_site DESC,
  CASE WHEN windowed.region IS NULL THEN 1 ELSE 0 END,
  windowed.region,
  CASE WHEN windowed.site IS NULL THEN 1 ELSE 0 END,
  windowed.site,
  CASE WHEN windowed.status IS NULL THEN 1 ELSE 0 END,
  windowed.status
