-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets.status,
      COUNT(*) AS tickets
    FROM tickets
    GROUP BY tickets.status
  ),
  -- tickets totals, one row a group
  tickets_totals_2 AS (
    SELECT
      tickets.status,
      COUNT(*) AS tickets_filtered
    FROM tickets
    LEFT JOIN (
      SELECT DISTINCT parts.ticket_id
      FROM parts_used AS parts
    ) AS parts_of_tickets ON tickets.ticket_id = parts_of_tickets.ticket_id
    WHERE parts_of_tickets.ticket_id IS NOT NULL
    GROUP BY tickets.status
  ),
  -- tickets totals, one row a group
  tickets_totals_3 AS (
    SELECT
      tickets.status,
      COUNT(*) AS tickets_filtered_2
    FROM tickets
    LEFT JOIN (
      SELECT DISTINCT parts.ticket_id
      FROM parts_used AS parts
      WHERE parts.part = $p1
    ) AS parts_of_tickets ON tickets.ticket_id = parts_of_tickets.ticket_id
    WHERE parts_of_tickets.ticket_id IS NULL
    GROUP BY tickets.status
  )
SELECT
  facts.status,
  COALESCE(MAX(facts.tickets), 0) AS tickets,
  COALESCE(MAX(facts.tickets_filtered), 0) AS tickets_filtered,
  COALESCE(MAX(facts.tickets_filtered_2), 0) AS tickets_filtered_2
FROM (
  SELECT
    status,
    tickets,
    NULL AS tickets_filtered,
    NULL AS tickets_filtered_2
  FROM tickets_totals
  UNION ALL
  SELECT
    status,
    NULL AS tickets,
    tickets_filtered,
    NULL AS tickets_filtered_2
  FROM tickets_totals_2
  UNION ALL
  SELECT
    status,
    NULL AS tickets,
    NULL AS tickets_filtered,
    tickets_filtered_2
  FROM tickets_totals_3
) AS facts
GROUP BY facts.status
ORDER BY tickets DESC, facts.status NULLS LAST
