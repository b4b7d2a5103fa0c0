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
  CASE WHEN site_name IS NULL THEN 1 ELSE 0 END,
  site_name,
  CASE WHEN site_id IS NULL THEN 1 ELSE 0 END,
  site_id,
  CASE WHEN status IS NULL THEN 1 ELSE 0 END,
  status,
  CASE WHEN row_ticket_id IS NULL THEN 1 ELSE 0 END,
  row_ticket_id
