-- parts
WITH
  -- one row a group
  totals AS (
    SELECT
      sites.region,
      sites.site_id AS site,
      SUM(parts.amount_cents) AS parts_cost_share_part_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region, sites.site_id
  )
SELECT
  totals.region,
  totals.site,
  CAST(totals.parts_cost_share_part_stored * NUMERIC '0.01' AS BIGNUMERIC) / NULLIF(SUM(totals.parts_cost_share_part_stored) OVER (PARTITION BY totals.region) * NUMERIC '0.01', 0) AS parts_cost_share
FROM totals
ORDER BY parts_cost_share DESC, totals.region NULLS LAST, totals.site NULLS LAST
