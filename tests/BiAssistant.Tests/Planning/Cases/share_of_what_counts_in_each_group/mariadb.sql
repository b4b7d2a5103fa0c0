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
  COALESCE(totals.tickets, 0) * 1.000000000 / COALESCE(wholes.tickets_share_whole, 0) AS tickets_share
FROM totals
CROSS JOIN wholes
ORDER BY
  COALESCE(totals.tickets, 0) DESC,
  CASE WHEN totals.fault IS NULL THEN 1 ELSE 0 END,
  totals.fault
