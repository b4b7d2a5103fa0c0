-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      CAST(DATE_FORMAT(tickets.opened_on, '%Y-%m-01') AS DATE) AS month,
      COUNT(*) AS tickets_value
    FROM tickets
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY CAST(DATE_FORMAT(tickets.opened_on, '%Y-%m-01') AS DATE)
  ),
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      CAST(DATE_FORMAT(tickets.opened_on, '%Y-%m-01') AS DATE) AS month,
      SUM(parts.amount_cents) AS parts_cost_value_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY CAST(DATE_FORMAT(tickets.opened_on, '%Y-%m-01') AS DATE)
  ),
  -- every period of the answer, whether rows fall into it or not
  periods AS (
    SELECT DATE '2024-01-01' AS period
    UNION ALL
    SELECT DATE '2024-02-01'
    UNION ALL
    SELECT DATE '2024-03-01'
    UNION ALL
    SELECT DATE '2024-04-01'
    UNION ALL
    SELECT DATE '2024-05-01'
    UNION ALL
    SELECT DATE '2024-06-01'
    UNION ALL
    SELECT DATE '2024-07-01'
    UNION ALL
    SELECT DATE '2024-08-01'
    UNION ALL
    SELECT DATE '2024-09-01'
    UNION ALL
    SELECT DATE '2024-10-01'
    UNION ALL
    SELECT DATE '2024-11-01'
    UNION ALL
    SELECT DATE '2024-12-01'
  )
SELECT
  facts.month,
  COALESCE(MAX(facts.tickets_value), 0) AS tickets,
  COALESCE(MAX(facts.parts_cost_value_stored) * 0.01, 0) AS parts_cost,
  MAX(facts.parts_cost_value_stored) * 0.01 * 1.000000000 / COALESCE(MAX(facts.tickets_value), 0) AS cost_per_ticket
FROM (
  SELECT
    month,
    tickets_value,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS parts_cost_value_stored
  FROM tickets_totals
  UNION ALL
  SELECT
    month,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS tickets_value,
    parts_cost_value_stored
  FROM parts_totals
  UNION ALL
  SELECT
    periods.period AS month,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS tickets_value,
    CAST(CAST(NULL AS DECIMAL(20, 0)) AS SIGNED) AS parts_cost_value_stored
  FROM periods
) AS facts
GROUP BY facts.month
HAVING COALESCE(MAX(facts.tickets_value), 0) <= @p3
ORDER BY CASE WHEN facts.month IS NULL THEN 1 ELSE 0 END, facts.month
