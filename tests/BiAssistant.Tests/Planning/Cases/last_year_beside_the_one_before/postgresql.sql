-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      sites.region,
      COUNT(*) FILTER (WHERE tickets.opened_on >= @p1) AS tickets_value,
      COUNT(*) FILTER (WHERE tickets.opened_on < @p1) AS tickets_before_value
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE tickets.opened_on >= @p2
      AND tickets.opened_on < @p3
    GROUP BY sites.region
  ),
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      sites.region,
      SUM(parts.amount_cents) FILTER (WHERE tickets.opened_on >= @p1) AS parts_cost_value_stored,
      SUM(parts.amount_cents) FILTER (WHERE tickets.opened_on < @p1) AS parts_cost_before_value_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE tickets.opened_on >= @p2
      AND tickets.opened_on < @p3
    GROUP BY sites.region
  )
SELECT
  facts.region,
  COALESCE(MAX(facts.tickets_value), 0) AS tickets,
  COALESCE(MAX(facts.tickets_before_value), 0) AS tickets_before,
  COALESCE(MAX(facts.tickets_value), 0) - COALESCE(MAX(facts.tickets_before_value), 0) AS tickets_change,
  COALESCE(MAX(facts.parts_cost_value_stored) * 0.01, 0) AS parts_cost,
  COALESCE(MAX(facts.parts_cost_before_value_stored) * 0.01, 0) AS parts_cost_before,
  COALESCE(MAX(facts.parts_cost_value_stored) * 0.01, 0) - COALESCE(MAX(facts.parts_cost_before_value_stored) * 0.01, 0) AS parts_cost_change
FROM (
  SELECT
    region,
    tickets_value,
    tickets_before_value,
    NULL AS parts_cost_value_stored,
    NULL AS parts_cost_before_value_stored
  FROM tickets_totals
  UNION ALL
  SELECT
    region,
    NULL AS tickets_value,
    NULL AS tickets_before_value,
    parts_cost_value_stored,
    parts_cost_before_value_stored
  FROM parts_totals
) AS facts
GROUP BY facts.region
ORDER BY tickets DESC NULLS LAST, facts.region
