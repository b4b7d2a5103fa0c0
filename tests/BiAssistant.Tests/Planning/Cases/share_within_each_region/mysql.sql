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
  totals.parts_cost_share_part_stored * 0.01 * 1.000000000 / (SUM(totals.parts_cost_share_part_stored) OVER (PARTITION BY totals.region) * 0.01) AS parts_cost_share
FROM totals
ORDER BY
  parts_cost_share DESC,
  CASE WHEN totals.region IS NULL THEN 1 ELSE 0 END,
  totals.region,
  CASE WHEN totals.site IS NULL THEN 1 ELSE 0 END,
  totals.site
