-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      sites.region,
      COUNT(*) AS tickets,
      MAX(tickets.opened_on) AS last_day
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region
  ),
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      sites.region,
      SUM(parts.amount_cents) AS parts_cost_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region
  ),
  -- budgets totals, one row a group
  budgets_totals AS (
    SELECT
      sites.region,
      SUM(budgets.amount) AS budget
    FROM budgets
    JOIN sites ON budgets.site_id = sites.site_id
    GROUP BY sites.region
  )
SELECT
  facts.region,
  COALESCE(MAX(facts.tickets), 0) AS tickets,
  MAX(facts.last_day) AS last_day,
  MAX(facts.parts_cost_stored) * 0.01 AS parts_cost,
  MAX(facts.budget) AS budget
FROM (
  SELECT
    region,
    tickets,
    last_day,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS parts_cost_stored,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS budget
  FROM tickets_totals
  UNION ALL
  SELECT
    region,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS tickets,
    CAST(NULL AS DATE) AS last_day,
    parts_cost_stored,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS budget
  FROM parts_totals
  UNION ALL
  SELECT
    region,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS tickets,
    CAST(NULL AS DATE) AS last_day,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS parts_cost_stored,
    budget
  FROM budgets_totals
) AS facts
GROUP BY facts.region
ORDER BY
  COALESCE(MAX(facts.tickets), 0) DESC,
  CASE WHEN facts.region IS NULL THEN 1 ELSE 0 END,
  facts.region
