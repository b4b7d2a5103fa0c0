-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      CAST(DATE_FORMAT(tickets.opened_on, '%Y-%m-01') AS DATE) AS month,
      COUNT(*) AS tickets,
      COUNT(CASE WHEN tickets.status = 'open' THEN 1 END) AS open_tickets
    FROM tickets
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY CAST(DATE_FORMAT(tickets.opened_on, '%Y-%m-01') AS DATE)
  ),
  -- budgets totals, one row a group
  budgets_totals AS (
    SELECT
      CAST(DATE_FORMAT(budgets.month, '%Y-%m-01') AS DATE) AS month,
      SUM(budgets.amount) AS budget
    FROM budgets
    WHERE budgets.month >= @p1
      AND budgets.month < @p2
    GROUP BY CAST(DATE_FORMAT(budgets.month, '%Y-%m-01') AS DATE)
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
ORDER BY CASE WHEN facts.month IS NULL THEN 1 ELSE 0 END, facts.month
