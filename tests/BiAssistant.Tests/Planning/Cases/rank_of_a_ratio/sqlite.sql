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
  CAST(totals.cost_per_ticket_parts_cost_stored * 0.01 AS REAL) / NULLIF(COALESCE(totals.cost_per_ticket_tickets, 0), 0) AS cost_per_ticket,
  CASE
    WHEN CAST(totals.cost_per_ticket_parts_cost_stored * 0.01 AS REAL) / NULLIF(COALESCE(totals.cost_per_ticket_tickets, 0), 0) IS NOT NULL THEN RANK() OVER (ORDER BY CAST(totals.cost_per_ticket_parts_cost_stored * 0.01 AS REAL) / NULLIF(COALESCE(totals.cost_per_ticket_tickets, 0), 0) DESC)
  END AS cost_per_ticket_rank,
  CASE
    WHEN CAST(totals.cost_per_ticket_parts_cost_stored * 0.01 AS REAL) / NULLIF(COALESCE(totals.cost_per_ticket_tickets, 0), 0) IS NOT NULL THEN RANK() OVER (PARTITION BY totals.region ORDER BY CAST(totals.cost_per_ticket_parts_cost_stored * 0.01 AS REAL) / NULLIF(COALESCE(totals.cost_per_ticket_tickets, 0), 0) NULLS LAST)
  END AS cost_per_ticket_rank_within_region
FROM totals
ORDER BY cost_per_ticket DESC, totals.region NULLS LAST, totals.site NULLS LAST
