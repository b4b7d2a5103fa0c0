-- parts
WITH
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      sites.region,
      sites.site_id AS site,
      SUM(CAST(0 AS BIGINT) + parts.amount_cents) AS cost_per_ticket_parts_cost_stored
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
      COUNT_BIG(*) AS cost_per_ticket_tickets
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
  CAST(totals.cost_per_ticket_parts_cost_stored * 0.01 AS FLOAT) / NULLIF(COALESCE(totals.cost_per_ticket_tickets, 0), 0) AS cost_per_ticket,
  CAST(SUM(CAST(0 AS BIGINT) + totals.cost_per_ticket_parts_cost_stored) OVER () * 0.01 AS FLOAT) / NULLIF(SUM(CAST(0 AS BIGINT) + COALESCE(totals.cost_per_ticket_tickets, 0)) OVER (), 0) AS overall_cost_per_ticket,
  CAST(SUM(CAST(0 AS BIGINT) + totals.cost_per_ticket_parts_cost_stored) OVER (PARTITION BY totals.region) * 0.01 AS FLOAT) / NULLIF(SUM(CAST(0 AS BIGINT) + COALESCE(totals.cost_per_ticket_tickets, 0)) OVER (PARTITION BY totals.region), 0) AS overall_cost_per_ticket_within_region
FROM totals
ORDER BY
  CAST(totals.cost_per_ticket_parts_cost_stored * 0.01 AS FLOAT) / NULLIF(COALESCE(totals.cost_per_ticket_tickets, 0), 0) DESC,
  CASE WHEN totals.region IS NULL THEN 1 ELSE 0 END,
  totals.region,
  CASE WHEN totals.site IS NULL THEN 1 ELSE 0 END,
  totals.site
