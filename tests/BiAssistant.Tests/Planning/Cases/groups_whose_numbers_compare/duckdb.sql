-- parts
WITH
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      sites.site_id AS site,
      SUM(parts.amount_cents) AS parts_cost_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.site_id
  ),
  -- budgets totals, one row a group
  budgets_totals AS (
    SELECT
      sites.site_id AS site,
      SUM(budgets.amount) AS budget
    FROM budgets
    JOIN sites ON budgets.site_id = sites.site_id
    GROUP BY sites.site_id
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      sites.site_id AS site,
      COUNT(*) AS tickets
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.site_id
  )
SELECT
  facts.site,
  MAX(facts.parts_cost_stored) * 0.01 AS parts_cost,
  MAX(facts.budget) AS budget,
  COALESCE(MAX(facts.tickets), 0) AS tickets
FROM (
  SELECT
    site,
    parts_cost_stored,
    NULL AS budget,
    NULL AS tickets
  FROM parts_totals
  UNION ALL
  SELECT
    site,
    NULL AS parts_cost_stored,
    budget,
    NULL AS tickets
  FROM budgets_totals
  UNION ALL
  SELECT
    site,
    NULL AS parts_cost_stored,
    NULL AS budget,
    tickets
  FROM tickets_totals
) AS facts
GROUP BY facts.site
HAVING MAX(facts.parts_cost_stored) * 0.01 > MAX(facts.budget) OR COALESCE(MAX(facts.tickets), 0) >= $p1
ORDER BY parts_cost DESC, facts.site
