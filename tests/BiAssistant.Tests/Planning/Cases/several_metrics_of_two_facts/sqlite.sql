-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      DATE(tickets.opened_on, 'start of month') AS month,
      COUNT(*) AS tickets,
      COUNT(*) FILTER (WHERE tickets.status = 'open') AS open_tickets
    FROM tickets
    WHERE tickets.opened_on >= $p1
      AND tickets.opened_on < $p2
    GROUP BY DATE(tickets.opened_on, 'start of month')
  ),
  -- budgets totals, one row a group
  budgets_totals AS (
    SELECT
      DATE(budgets.month, 'start of month') AS month,
      SUM(budgets.amount) AS budget
    FROM budgets
    WHERE budgets.month >= $p1
      AND budgets.month < $p2
    GROUP BY DATE(budgets.month, 'start of month')
  )
SELECT
  facts.month,
  COALESCE(MAX(facts.tickets), 0) AS tickets,
  COALESCE(MAX(facts.open_tickets), 0) AS open_tickets,
  MAX(facts.budget) AS budget
FROM (
  SELECT
    month,
    tickets,
    open_tickets,
    NULL AS budget
  FROM tickets_totals
  UNION ALL
  SELECT
    month,
    NULL AS tickets,
    NULL AS open_tickets,
    budget
  FROM budgets_totals
) AS facts
GROUP BY facts.month
ORDER BY facts.month NULLS LAST
