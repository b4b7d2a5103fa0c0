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
  ),
  -- numbers that look at other groups
  compared AS (
    SELECT
      totals.region,
      totals.site,
      totals.tickets,
      CAST(totals.tickets AS NUMERIC) / NULLIF(SUM(totals.tickets) OVER (PARTITION BY totals.region), 0) AS tickets_share_rank_value
    FROM totals
  ),
  -- numbers that look at other groups
  compared_2 AS (
    SELECT
      compared.region,
      compared.site,
      compared.tickets,
      CASE
        WHEN compared.tickets_share_rank_value IS NOT NULL THEN RANK() OVER (ORDER BY compared.tickets_share_rank_value DESC NULLS LAST)
      END AS tickets_share_rank
    FROM compared
  ),
  -- each group's place; equal values share one
  ranked AS (
    SELECT
      compared_2.region,
      compared_2.site,
      compared_2.tickets,
      compared_2.tickets_share_rank,
      RANK() OVER (ORDER BY compared_2.tickets DESC NULLS LAST) AS position
    FROM compared_2
  )
SELECT
  region,
  site,
  tickets,
  tickets_share_rank
FROM ranked
WHERE position <= 3
ORDER BY tickets DESC NULLS LAST, region, site
