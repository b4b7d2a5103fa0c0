-- tickets
WITH
  -- each group's place; equal values share one
  ranked AS (
    SELECT
      sites.name AS site_name,
      sites.site_id,
      tickets.opened_on,
      tickets.status,
      tickets.ticket_id AS row_ticket_id,
      RANK() OVER (PARTITION BY sites.name, sites.site_id ORDER BY tickets.opened_on DESC) AS position
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
  )
SELECT
  site_name,
  site_id,
  opened_on,
  status,
  row_ticket_id
FROM ranked
WHERE position <= 1
ORDER BY
  opened_on DESC,
  site_name NULLS LAST,
  site_id NULLS LAST,
  status NULLS LAST,
  row_ticket_id NULLS LAST
