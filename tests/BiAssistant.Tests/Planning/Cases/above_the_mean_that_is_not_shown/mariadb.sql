-- parts
WITH
  -- one row a group
  totals AS (
    SELECT
      sites.site_id AS site,
      SUM(parts.amount_cents) AS parts_cost_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.site_id
  ),
  -- numbers that look at other groups
  compared AS (
    SELECT
      totals.site,
      totals.parts_cost_stored * 0.01 AS parts_cost,
      AVG(totals.parts_cost_stored * 0.01 * 1.000000000) OVER () AS compared_1
    FROM totals
  )
SELECT
  compared.site,
  compared.parts_cost
FROM compared
WHERE compared.parts_cost > compared.compared_1
ORDER BY compared.parts_cost DESC, CASE WHEN compared.site IS NULL THEN 1 ELSE 0 END, compared.site
