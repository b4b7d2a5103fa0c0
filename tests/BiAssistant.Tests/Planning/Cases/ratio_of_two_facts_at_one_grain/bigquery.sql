-- parts
WITH
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      sites.region,
      SUM(parts.amount_cents) AS cost_per_ticket_parts_cost_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE CAST(tickets.opened_on AS DATE) >= @p1
      AND CAST(tickets.opened_on AS DATE) < @p2
    GROUP BY sites.region
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      sites.region,
      COUNT(*) AS cost_per_ticket_tickets
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE CAST(tickets.opened_on AS DATE) >= @p1
      AND CAST(tickets.opened_on AS DATE) < @p2
    GROUP BY sites.region
  )
SELECT
  facts.region,
  CAST(MAX(facts.cost_per_ticket_parts_cost_stored) * NUMERIC '0.01' AS BIGNUMERIC) / NULLIF(COALESCE(MAX(facts.cost_per_ticket_tickets), 0), 0) AS cost_per_ticket
FROM (
  SELECT
    region,
    cost_per_ticket_parts_cost_stored,
    NULL AS cost_per_ticket_tickets
  FROM parts_totals
  UNION ALL
  SELECT
    region,
    NULL AS cost_per_ticket_parts_cost_stored,
    cost_per_ticket_tickets
  FROM tickets_totals
) AS facts
GROUP BY facts.region
ORDER BY cost_per_ticket DESC, facts.region NULLS LAST
