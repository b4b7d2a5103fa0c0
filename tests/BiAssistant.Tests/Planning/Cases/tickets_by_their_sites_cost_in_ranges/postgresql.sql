-- tickets
WITH
  -- what rows are compared with
  parts_cost_found AS (
    SELECT
      sites.site_id AS site,
      SUM(parts.amount_cents) * 0.01 AS parts_cost
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.site_id
  )
SELECT
  CASE
    WHEN COALESCE(parts_cost_found.parts_cost, 0) < 100 THEN 0
    WHEN COALESCE(parts_cost_found.parts_cost, 0) < 1200 THEN 1
    WHEN COALESCE(parts_cost_found.parts_cost, 0) IS NOT NULL THEN 2
  END AS parts_cost_range,
  COUNT(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
LEFT JOIN parts_cost_found ON sites.site_id IS NOT DISTINCT FROM parts_cost_found.site
GROUP BY
  CASE
    WHEN COALESCE(parts_cost_found.parts_cost, 0) < 100 THEN 0
    WHEN COALESCE(parts_cost_found.parts_cost, 0) < 1200 THEN 1
    WHEN COALESCE(parts_cost_found.parts_cost, 0) IS NOT NULL THEN 2
  END
ORDER BY tickets DESC NULLS LAST, parts_cost_range
