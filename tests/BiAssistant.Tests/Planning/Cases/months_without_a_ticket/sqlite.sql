-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      DATE(tickets.opened_on, 'start of month') AS month,
      COUNT(*) AS tickets_value
    FROM tickets
    WHERE tickets.opened_on >= $p1
      AND tickets.opened_on < $p2
    GROUP BY DATE(tickets.opened_on, 'start of month')
  ),
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      DATE(tickets.opened_on, 'start of month') AS month,
      SUM(parts.amount_cents) AS parts_cost_value_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    WHERE tickets.opened_on >= $p1
      AND tickets.opened_on < $p2
    GROUP BY DATE(tickets.opened_on, 'start of month')
  ),
  -- every period of the answer, whether rows fall into it or not
  periods AS (
    SELECT '2024-01-01' AS period
    UNION ALL
    SELECT '2024-02-01'
    UNION ALL
    SELECT '2024-03-01'
    UNION ALL
    SELECT '2024-04-01'
    UNION ALL
    SELECT '2024-05-01'
    UNION ALL
    SELECT '2024-06-01'
    UNION ALL
    SELECT '2024-07-01'
    UNION ALL
    SELECT '2024-08-01'
    UNION ALL
    SELECT '2024-09-01'
    UNION ALL
    SELECT '2024-10-01'
    UNION ALL
    SELECT '2024-11-01'
    UNION ALL
    SELECT '2024-12-01'
  )
SELECT
  facts.month,
  COALESCE(MAX(facts.tickets_value), 0) AS tickets,
  COALESCE(MAX(facts.parts_cost_value_stored) * 0.01, 0) AS parts_cost,
  CAST(MAX(facts.parts_cost_value_stored) * 0.01 AS REAL) / NULLIF(COALESCE(MAX(facts.tickets_value), 0), 0) AS cost_per_ticket
FROM (
  SELECT
    month,
    tickets_value,
    NULL AS parts_cost_value_stored
  FROM tickets_totals
  UNION ALL
  SELECT
    month,
    NULL AS tickets_value,
    parts_cost_value_stored
  FROM parts_totals
  UNION ALL
  SELECT
    periods.period AS month,
    NULL AS tickets_value,
    NULL AS parts_cost_value_stored
  FROM periods
) AS facts
GROUP BY facts.month
HAVING COALESCE(MAX(facts.tickets_value), 0) <= $p3
ORDER BY facts.month NULLS LAST
