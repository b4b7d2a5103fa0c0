-- tickets
SELECT
  SITES.REGION AS SITES_REGION,
  COUNT(*) AS TICKETS
FROM TICKETS
JOIN SITES ON TICKETS.SITE_ID = SITES.SITE_ID
GROUP BY SITES.REGION

-- calls
SELECT
  CALLS.SITE_ID AS CALLS_SITE_ID,
  COUNT(*) AS CALLS
FROM CALLS
GROUP BY CALLS.SITE_ID

-- sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

-- parts
SELECT
  SITES.REGION AS SITES_REGION,
  SUM(PARTS.AMOUNT_CENTS) AS PARTS_COST_STORED
FROM PARTS_USED PARTS
JOIN TICKETS ON PARTS.TICKET_ID = TICKETS.TICKET_ID
JOIN SITES ON TICKETS.SITE_ID = SITES.SITE_ID
GROUP BY SITES.REGION

-- calls_2
SELECT
  CALLS.SITE_ID AS CALLS_SITE_ID,
  COUNT(*) AS CALLS
FROM CALLS
GROUP BY CALLS.SITE_ID

-- calls_2_sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

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
