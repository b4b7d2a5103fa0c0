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
  CASE
    WHEN windowed.cost_per_ticket_parts_cost_stored * 0.01 * 1.000000000 / COALESCE(windowed.cost_per_ticket_tickets, 0) IS NOT NULL THEN windowed.value
  END AS cost_per_ticket_rank,
  CASE
    WHEN windowed.cost_per_ticket_parts_cost_stored * 0.01 * 1.000000000 / COALESCE(windowed.cost_per_ticket_tickets, 0) IS NOT NULL THEN RANK() OVER (PARTITION BY windowed.region ORDER BY CASE
      WHEN windowed.cost_per_ticket_parts_cost_stored * 0.01 * 1.000000000 / COALESCE(windowed.cost_per_ticket_tickets, 0) IS NULL THEN 1
      ELSE 0
    END, windowed.cost_per_ticket_parts_cost_stored * 0.01 * 1.000000000 / COALESCE(windowed.cost_per_ticket_tickets, 0))
  END AS cost_per_ticket_rank_within_region
FROM (
  SELECT
    totals.region,
    totals.site,
    totals.cost_per_ticket_parts_cost_stored,
    totals.cost_per_ticket_tickets,
    RANK() OVER (ORDER BY totals.cost_per_ticket_parts_cost_stored * 0.01 * 1.000000000 / COALESCE(totals.cost_per_ticket_tickets, 0) DESC) AS value
  FROM totals
) AS windowed
ORDER BY
  windowed.cost_per_ticket_parts_cost_stored * 0.01 * 1.000000000 / COALESCE(windowed.cost_per_ticket_tickets, 0) DESC,
  CASE WHEN windowed.region IS NULL THEN 1 ELSE 0 END,
  windowed.region,
  CASE WHEN windowed.site IS NULL THEN 1 ELSE 0 END,
  windowed.site
