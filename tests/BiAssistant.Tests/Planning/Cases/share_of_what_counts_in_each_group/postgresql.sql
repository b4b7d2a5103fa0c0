-- tickets
WITH
  -- one row a group
  totals AS (
    SELECT
      faults.fault,
      COUNT(*) AS tickets
    FROM tickets
    LEFT JOIN (
      SELECT DISTINCT
        ticket_faults.ticket_id,
        faults.name AS fault
      FROM ticket_faults
      JOIN faults ON ticket_faults.fault_id = faults.fault_id
    ) AS faults ON tickets.ticket_id = faults.ticket_id
    GROUP BY faults.fault
  ),
  -- all groups together
  wholes AS (
    SELECT COUNT(*) AS tickets_share_whole
    FROM tickets
  )
SELECT
  totals.fault,
  COALESCE(totals.tickets, 0) AS tickets,
  CAST(COALESCE(totals.tickets, 0) AS NUMERIC) / NULLIF(COALESCE(wholes.tickets_share_whole, 0), 0) AS tickets_share
FROM totals
CROSS JOIN wholes
ORDER BY tickets DESC NULLS LAST, totals.fault
