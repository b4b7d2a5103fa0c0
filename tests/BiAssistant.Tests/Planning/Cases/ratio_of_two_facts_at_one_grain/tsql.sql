-- parts
WITH
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      sites.region,
      SUM(CAST(0 AS BIGINT) + parts.amount_cents) AS cost_per_ticket_parts_cost_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY sites.region
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      sites.region,
      COUNT_BIG(*) AS cost_per_ticket_tickets
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY sites.region
  )
SELECT
  facts.region,
  CAST(MAX(facts.cost_per_ticket_parts_cost_stored) * 0.01 AS FLOAT) / NULLIF(COALESCE(MAX(facts.cost_per_ticket_tickets), 0), 0) AS cost_per_ticket
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
ORDER BY
  CAST(MAX(facts.cost_per_ticket_parts_cost_stored) * 0.01 AS FLOAT) / NULLIF(COALESCE(MAX(facts.cost_per_ticket_tickets), 0), 0) DESC,
  CASE WHEN facts.region IS NULL THEN 1 ELSE 0 END,
  facts.region
