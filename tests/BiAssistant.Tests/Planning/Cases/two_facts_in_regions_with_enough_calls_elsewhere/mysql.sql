-- tickets
SELECT
  sites.region AS sites_region,
  COUNT(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
GROUP BY sites.region, CAST(sites.region AS BINARY)

-- calls
SELECT
  calls.site_id AS calls_site_id,
  COUNT(*) AS calls
FROM calls
GROUP BY calls.site_id

-- sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region
FROM sites
GROUP BY sites.site_id, sites.region

-- parts
SELECT
  sites.region AS sites_region,
  SUM(parts.amount_cents) AS parts_cost_stored
FROM parts_used AS parts
JOIN tickets ON parts.ticket_id = tickets.ticket_id
JOIN sites ON tickets.site_id = sites.site_id
GROUP BY sites.region, CAST(sites.region AS BINARY)

-- calls_2
SELECT
  calls.site_id AS calls_site_id,
  COUNT(*) AS calls
FROM calls
GROUP BY calls.site_id

-- calls_2_sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region
FROM sites
GROUP BY sites.site_id, sites.region

-- merge
WITH
  -- one row for each result of the inner question
  results AS (
    SELECT
      sites.region,
      COALESCE(SUM(calls.calls), 0) AS calls
    FROM calls
    JOIN sites ON calls.calls_site_id = sites.sites_site_id_key
    GROUP BY sites.region
    HAVING COALESCE(SUM(calls.calls), 0) >= $p1
  ),
  -- one row for each key
  looked_up AS (
    SELECT results.region AS calls_found_region_key
    FROM results
    GROUP BY results.region
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT COALESCE(SUM(tickets.tickets), 0) AS tickets
    FROM tickets
    JOIN looked_up ON tickets.sites_region = looked_up.calls_found_region_key
  ),
  -- one row for each result of the inner question
  results_2 AS (
    SELECT
      calls_2_sites.region,
      COALESCE(SUM(calls_2.calls), 0) AS calls
    FROM calls_2
    JOIN calls_2_sites ON calls_2.calls_site_id = calls_2_sites.sites_site_id_key
    GROUP BY calls_2_sites.region
    HAVING COALESCE(SUM(calls_2.calls), 0) >= $p1
  ),
  -- one row for each key
  looked_up_2 AS (
    SELECT results_2.region AS calls_found_region_key
    FROM results_2
    GROUP BY results_2.region
  ),
  -- parts totals, one row a group
  parts_totals AS (
    SELECT SUM(parts.parts_cost_stored) AS parts_cost_stored
    FROM parts
    JOIN looked_up_2 ON parts.sites_region = looked_up_2.calls_found_region_key
  )
SELECT
  COALESCE(tickets_totals.tickets, 0) AS tickets,
  parts_totals.parts_cost_stored * 0.01 AS parts_cost
FROM tickets_totals
CROSS JOIN parts_totals
