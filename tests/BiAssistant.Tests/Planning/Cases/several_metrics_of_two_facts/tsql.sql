-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1) AS month,
      COUNT_BIG(*) AS tickets,
      COUNT_BIG(CASE WHEN tickets.status = 'open' THEN 1 END) AS open_tickets
    FROM tickets
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1)
  ),
  -- budgets totals, one row a group
  budgets_totals AS (
    SELECT
      DATEFROMPARTS(YEAR(budgets.month), MONTH(budgets.month), 1) AS month,
      SUM(CAST(0 AS BIGINT) + budgets.amount) AS budget
    FROM budgets
    WHERE budgets.month >= @p1
      AND budgets.month < @p2
    GROUP BY DATEFROMPARTS(YEAR(budgets.month), MONTH(budgets.month), 1)
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
