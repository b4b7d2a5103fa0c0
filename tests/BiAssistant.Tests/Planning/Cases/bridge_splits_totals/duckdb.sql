-- parts
WITH
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      people.person,
      people.person_id,
      SUM(parts.amount_cents * COALESCE(people.links, 1) / NULLIF(COALESCE(people_in_all.links, 1), 0)) AS parts_cost_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    LEFT JOIN (
      SELECT
        crews.ticket_id,
        COUNT(DISTINCT people.person_id) AS links
      FROM crews
      JOIN people ON crews.person_id = people.person_id
      GROUP BY crews.ticket_id
    ) AS people_in_all ON tickets.ticket_id = people_in_all.ticket_id
    LEFT JOIN (
      SELECT
        crews.ticket_id,
        people.name AS person,
        people.person_id,
        COUNT(DISTINCT people.person_id) AS links
      FROM crews
      JOIN people ON crews.person_id = people.person_id
      GROUP BY crews.ticket_id, people.name, people.person_id
    ) AS people ON tickets.ticket_id = people.ticket_id
    WHERE tickets.status IN ($p1, $p2)
    GROUP BY people.person, people.person_id
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      people.person,
      people.person_id,
      SUM(COALESCE(people.links, 1) / NULLIF(COALESCE(people_in_all.links, 1), 0)) AS tickets_parts
    FROM tickets
    LEFT JOIN (
      SELECT
        crews.ticket_id,
        COUNT(DISTINCT people.person_id) AS links
      FROM crews
      JOIN people ON crews.person_id = people.person_id
      GROUP BY crews.ticket_id
    ) AS people_in_all ON tickets.ticket_id = people_in_all.ticket_id
    LEFT JOIN (
      SELECT
        crews.ticket_id,
        people.name AS person,
        people.person_id,
        COUNT(DISTINCT people.person_id) AS links
      FROM crews
      JOIN people ON crews.person_id = people.person_id
      GROUP BY crews.ticket_id, people.name, people.person_id
    ) AS people ON tickets.ticket_id = people.ticket_id
    WHERE tickets.status IN ($p1, $p2)
    GROUP BY people.person, people.person_id
  )
SELECT
  facts.person,
  facts.person_id,
  MAX(facts.parts_cost_stored) * 0.01 AS parts_cost,
  COALESCE(MAX(facts.tickets_parts), 0) AS tickets
FROM (
  SELECT
    person,
    person_id,
    parts_cost_stored,
    NULL AS tickets_parts
  FROM parts_totals
  UNION ALL
  SELECT
    person,
    person_id,
    NULL AS parts_cost_stored,
    tickets_parts
  FROM tickets_totals
) AS facts
GROUP BY facts.person, facts.person_id
ORDER BY parts_cost DESC, facts.person, facts.person_id
