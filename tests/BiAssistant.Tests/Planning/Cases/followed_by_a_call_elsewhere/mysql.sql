-- tickets
SELECT
  sites.region,
  sites.site_id AS sites_site_id,
  tickets.opened_on AS tickets_opened_on,
  DATE_ADD(tickets.opened_on, INTERVAL 60 DAY) AS tickets_opened_on_value
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
WHERE tickets.opened_on < DATE_SUB(@p1, INTERVAL 59 DAY)
GROUP BY
  sites.region,
  sites.site_id,
  tickets.opened_on,
  DATE_ADD(tickets.opened_on, INTERVAL 60 DAY)

-- later
SELECT
  calls.called_on,
  calls.site_id AS calls_site_id
FROM calls
GROUP BY calls.called_on, calls.site_id

-- call_site
SELECT
  call_site.site_id AS call_site_site_id_key,
  call_site.site_id
FROM sites AS call_site
GROUP BY call_site.site_id

-- tickets_2
SELECT
  sites.region,
  COUNT(DISTINCT sites.site_id) AS called_after_ticket_entered
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
WHERE tickets.opened_on < DATE_SUB(@p1, INTERVAL 59 DAY)
GROUP BY sites.region

-- calls
SELECT
  calls.called_on AS calls_called_on,
  DATE_ADD(calls.called_on, INTERVAL 60 DAY) AS calls_called_on_value,
  calls.call_id AS calls_call_id,
  calls.site_id AS calls_site_id
FROM calls
GROUP BY calls.called_on, DATE_ADD(calls.called_on, INTERVAL 60 DAY), calls.call_id, calls.site_id

-- sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region,
  sites.site_id AS sites_site_id
FROM sites
GROUP BY sites.site_id, sites.region

-- calls_later
SELECT
  calls_2.called_on,
  calls_2.call_id,
  calls_2.site_id AS calls_2_site_id
FROM calls AS calls_2
GROUP BY calls_2.called_on, calls_2.call_id, calls_2.site_id

-- calls_later_call_site
SELECT
  call_site.site_id AS call_site_site_id_key,
  call_site.site_id
FROM sites AS call_site
GROUP BY call_site.site_id

-- calls_2
SELECT calls.site_id AS calls_site_id
FROM calls
GROUP BY calls.site_id

-- calls_2_sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region,
  sites.site_id AS sites_site_id
FROM sites
GROUP BY sites.site_id, sites.region

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
