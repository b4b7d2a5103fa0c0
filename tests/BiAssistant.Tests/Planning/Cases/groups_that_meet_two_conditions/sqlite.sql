-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      sites.region,
      COUNT(*) AS tickets
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
  )
SELECT
  facts.region,
  COALESCE(MAX(facts.tickets), 0) AS tickets,
  MAX(facts.parts_cost_stored) * 0.01 AS parts_cost
FROM (
  SELECT
    region,
    tickets,
    NULL AS parts_cost_stored
  FROM tickets_totals
  UNION ALL
  SELECT
    region,
    NULL AS tickets,
    parts_cost_stored
  FROM parts_totals
) AS facts
GROUP BY facts.region
HAVING MAX(facts.parts_cost_stored) * 0.01 < $p1
  AND COALESCE(MAX(facts.tickets), 0) >= $p2
ORDER BY tickets DESC, facts.region NULLS LAST
