-- parts
WITH
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      sites.region,
      sites.site_id AS site,
      SUM(parts.amount_cents) AS cost_per_ticket_parts_cost_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region, sites.site_id
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      sites.region,
      sites.site_id AS site,
      COUNT(*) AS cost_per_ticket_tickets
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region, sites.site_id
  ),
  -- one row a group
  totals AS (
    SELECT
      facts.region,
      facts.site,
      MAX(facts.cost_per_ticket_parts_cost_stored) AS cost_per_ticket_parts_cost_stored,
      MAX(facts.cost_per_ticket_tickets) AS cost_per_ticket_tickets
    FROM (
      SELECT
        region,
        site,
        cost_per_ticket_parts_cost_stored,
        NULL AS cost_per_ticket_tickets
      FROM parts_totals
      UNION ALL
      SELECT
        region,
        site,
        NULL AS cost_per_ticket_parts_cost_stored,
        cost_per_ticket_tickets
      FROM tickets_totals
    ) AS facts
    GROUP BY facts.region, facts.site
  )
SELECT
  windowed.region,
  windowed.site,
  windowed.cost_per_ticket_parts_cost_stored * 0.01 * 1.000000000 / COALESCE(windowed.cost_per_ticket_tickets, 0) AS cost_per_ticket,
  windowed.value * 0.01 * 1.000000000 / windowed.value_2 AS overall_cost_per_ticket,
  SUM(windowed.cost_per_ticket_parts_cost_stored) OVER (PARTITION BY windowed.region) * 0.01 * 1.000000000 / SUM(COALESCE(windowed.cost_per_ticket_tickets, 0)) OVER (PARTITION BY windowed.region) AS overall_cost_per_ticket_within_region
FROM (
  SELECT
    totals.region,
    totals.site,
    totals.cost_per_ticket_parts_cost_stored,
    totals.cost_per_ticket_tickets,
    SUM(totals.cost_per_ticket_parts_cost_stored) OVER () AS value,
    SUM(COALESCE(totals.cost_per_ticket_tickets, 0)) OVER () AS value_2
  FROM totals
) AS windowed
ORDER BY
  windowed.cost_per_ticket_parts_cost_stored * 0.01 * 1.000000000 / COALESCE(windowed.cost_per_ticket_tickets, 0) DESC,
  CASE WHEN windowed.region IS NULL THEN 1 ELSE 0 END,
  windowed.region,
  CASE WHEN windowed.site IS NULL THEN 1 ELSE 0 END,
  windowed.site
