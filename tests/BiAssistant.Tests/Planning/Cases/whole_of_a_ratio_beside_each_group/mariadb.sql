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
  totals.region,
  totals.site,
  totals.cost_per_ticket_parts_cost_stored * 0.01 * 1.000000000 / COALESCE(totals.cost_per_ticket_tickets, 0) AS cost_per_ticket,
  SUM(totals.cost_per_ticket_parts_cost_stored) OVER (PARTITION BY CASE WHEN totals.cost_per_ticket_parts_cost_stored IS NULL THEN 1 ELSE 1 END) * 0.01 * 1.000000000 / SUM(COALESCE(totals.cost_per_ticket_tickets, 0)) OVER (PARTITION BY CASE WHEN totals.cost_per_ticket_tickets IS NULL THEN 1 ELSE 1 END) AS overall_cost_per_ticket,
  SUM(totals.cost_per_ticket_parts_cost_stored) OVER (PARTITION BY totals.region) * 0.01 * 1.000000000 / SUM(COALESCE(totals.cost_per_ticket_tickets, 0)) OVER (PARTITION BY totals.region) AS overall_cost_per_ticket_within_region
FROM totals
ORDER BY
  totals.cost_per_ticket_parts_cost_stored * 0.01 * 1.000000000 / COALESCE(totals.cost_per_ticket_tickets, 0) DESC,
  CASE WHEN totals.region IS NULL THEN 1 ELSE 0 END,
  totals.region,
  CASE WHEN totals.site IS NULL THEN 1 ELSE 0 END,
  totals.site
