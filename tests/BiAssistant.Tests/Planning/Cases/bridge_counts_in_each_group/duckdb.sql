-- parts
WITH
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      faults.family,
      SUM(parts.amount_cents) AS parts_cost_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    LEFT JOIN (
      SELECT DISTINCT crews.ticket_id
      FROM crews
      JOIN people ON crews.person_id = people.person_id
      WHERE people.name = $p1
    ) AS tickets_with_people ON tickets.ticket_id = tickets_with_people.ticket_id
    JOIN (
      SELECT DISTINCT
        ticket_faults.ticket_id,
        faults.family
      FROM ticket_faults
      JOIN faults ON ticket_faults.fault_id = faults.fault_id
      WHERE faults.name IN ($p2, $p3, $p4)
    ) AS faults ON tickets.ticket_id = faults.ticket_id
    WHERE tickets_with_people.ticket_id IS NULL
    GROUP BY faults.family
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      faults.family,
      COUNT(*) AS tickets
    FROM tickets
    LEFT JOIN (
      SELECT DISTINCT crews.ticket_id
      FROM crews
      JOIN people ON crews.person_id = people.person_id
      WHERE people.name = $p1
    ) AS tickets_with_people ON tickets.ticket_id = tickets_with_people.ticket_id
    JOIN (
      SELECT DISTINCT
        ticket_faults.ticket_id,
        faults.family
      FROM ticket_faults
      JOIN faults ON ticket_faults.fault_id = faults.fault_id
      WHERE faults.name IN ($p2, $p3, $p4)
    ) AS faults ON tickets.ticket_id = faults.ticket_id
    WHERE tickets_with_people.ticket_id IS NULL
    GROUP BY faults.family
  )
SELECT
  facts.family,
  MAX(facts.parts_cost_stored) * 0.01 AS parts_cost,
  COALESCE(MAX(facts.tickets), 0) AS tickets
FROM (
  SELECT
    family,
    parts_cost_stored,
    NULL AS tickets
  FROM parts_totals
  UNION ALL
  SELECT
    family,
    NULL AS parts_cost_stored,
    tickets
  FROM tickets_totals
) AS facts
GROUP BY facts.family
ORDER BY parts_cost DESC, facts.family
