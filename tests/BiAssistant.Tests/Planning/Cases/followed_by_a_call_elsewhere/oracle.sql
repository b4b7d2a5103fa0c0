-- tickets
SELECT
  SITES.REGION,
  SITES.SITE_ID AS SITES_SITE_ID,
  TICKETS.OPENED_ON AS TICKETS_OPENED_ON,
  TICKETS.OPENED_ON + INTERVAL '60' DAY AS TICKETS_OPENED_ON_VALUE
FROM TICKETS
JOIN SITES ON TICKETS.SITE_ID = SITES.SITE_ID
WHERE TICKETS.OPENED_ON < :p1 - 59
GROUP BY SITES.REGION, SITES.SITE_ID, TICKETS.OPENED_ON, TICKETS.OPENED_ON + INTERVAL '60' DAY

-- later
SELECT
  CALLS.CALLED_ON,
  CALLS.SITE_ID AS CALLS_SITE_ID
FROM CALLS
GROUP BY CALLS.CALLED_ON, CALLS.SITE_ID

-- call_site
SELECT
  CALL_SITE.SITE_ID AS CALL_SITE_SITE_ID_KEY,
  CALL_SITE.SITE_ID
FROM SITES CALL_SITE
GROUP BY CALL_SITE.SITE_ID

-- tickets_2
SELECT
  SITES.REGION,
  COUNT(DISTINCT SITES.SITE_ID) AS CALLED_AFTER_TICKET_ENTERED
FROM TICKETS
JOIN SITES ON TICKETS.SITE_ID = SITES.SITE_ID
WHERE TICKETS.OPENED_ON < :p1 - 59
GROUP BY SITES.REGION

-- calls
SELECT
  CALLS.CALLED_ON AS CALLS_CALLED_ON,
  CALLS.CALLED_ON + INTERVAL '60' DAY AS CALLS_CALLED_ON_VALUE,
  CALLS.CALL_ID AS CALLS_CALL_ID,
  CALLS.SITE_ID AS CALLS_SITE_ID
FROM CALLS
GROUP BY CALLS.CALLED_ON, CALLS.CALLED_ON + INTERVAL '60' DAY, CALLS.CALL_ID, CALLS.SITE_ID

-- sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION,
  SITES.SITE_ID AS SITES_SITE_ID
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

-- calls_later
SELECT
  CALLS_2.CALLED_ON,
  CALLS_2.CALL_ID,
  CALLS_2.SITE_ID AS CALLS_2_SITE_ID
FROM CALLS CALLS_2
GROUP BY CALLS_2.CALLED_ON, CALLS_2.CALL_ID, CALLS_2.SITE_ID

-- calls_later_call_site
SELECT
  CALL_SITE.SITE_ID AS CALL_SITE_SITE_ID_KEY,
  CALL_SITE.SITE_ID
FROM SITES CALL_SITE
GROUP BY CALL_SITE.SITE_ID

-- calls_2
SELECT CALLS.SITE_ID AS CALLS_SITE_ID
FROM CALLS
GROUP BY CALLS.SITE_ID

-- calls_2_sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION,
  SITES.SITE_ID AS SITES_SITE_ID
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

-- merge
WITH
  -- what may have followed
  later_2 AS (
    SELECT
      later.called_on,
      call_site.site_id
    FROM later
    JOIN call_site ON later.calls_site_id = call_site.call_site_site_id_key
    GROUP BY later.called_on, call_site.site_id
  ),
  -- totals, one row a group
  totals AS (
    SELECT
      tickets.region,
      COUNT(DISTINCT tickets.sites_site_id) AS called_after_ticket_converted
    FROM tickets
    WHERE EXISTS (
        SELECT 1
        FROM later_2
        WHERE later_2.site_id = tickets.sites_site_id
          AND later_2.called_on >= tickets.tickets_opened_on
          AND later_2.called_on <= tickets.tickets_opened_on_value
      )
    GROUP BY tickets.region
  ),
  -- what may have followed
  later_3 AS (
    SELECT
      calls_later.called_on,
      calls_later.call_id,
      calls_later_call_site.site_id
    FROM calls_later
    JOIN calls_later_call_site ON calls_later.calls_2_site_id = calls_later_call_site.call_site_site_id_key
    GROUP BY calls_later.called_on, calls_later.call_id, calls_later_call_site.site_id
  ),
  -- totals, one row a group
  totals_2 AS (
    SELECT
      sites.region,
      COUNT(DISTINCT sites.sites_site_id) AS called_again_converted
    FROM calls
    JOIN sites ON calls.calls_site_id = sites.sites_site_id_key
    WHERE EXISTS (
        SELECT 1
        FROM later_3
        WHERE later_3.site_id = sites.sites_site_id
          AND later_3.called_on >= calls.calls_called_on
          AND later_3.called_on <= calls.calls_called_on_value
          AND (later_3.call_id < calls.calls_call_id OR later_3.call_id > calls.calls_call_id)
      )
    GROUP BY sites.region
  ),
  -- calls 2 totals, one row a group
  calls_2_totals AS (
    SELECT
      calls_2_sites.region,
      COUNT(DISTINCT calls_2_sites.sites_site_id) AS called_again_entered
    FROM calls_2
    JOIN calls_2_sites ON calls_2.calls_site_id = calls_2_sites.sites_site_id_key
    GROUP BY calls_2_sites.region
  )
SELECT
  facts.region,
  COALESCE(MAX(facts.called_after_ticket_converted), 0) / NULLIF(COALESCE(MAX(facts.called_after_ticket_entered), 0), 0) AS called_after_ticket,
  COALESCE(MAX(facts.called_again_converted), 0) / NULLIF(COALESCE(MAX(facts.called_again_entered), 0), 0) AS called_again
FROM (
  SELECT
    region,
    called_after_ticket_converted,
    NULL AS called_after_ticket_entered,
    NULL AS called_again_converted,
    NULL AS called_again_entered
  FROM totals
  UNION ALL
  SELECT
    region,
    NULL AS called_after_ticket_converted,
    called_after_ticket_entered,
    NULL AS called_again_converted,
    NULL AS called_again_entered
  FROM tickets_2
  UNION ALL
  SELECT
    region,
    NULL AS called_after_ticket_converted,
    NULL AS called_after_ticket_entered,
    called_again_converted,
    NULL AS called_again_entered
  FROM totals_2
  UNION ALL
  SELECT
    region,
    NULL AS called_after_ticket_converted,
    NULL AS called_after_ticket_entered,
    NULL AS called_again_converted,
    called_again_entered
  FROM calls_2_totals
) AS facts
GROUP BY facts.region
ORDER BY called_after_ticket DESC, facts.region
