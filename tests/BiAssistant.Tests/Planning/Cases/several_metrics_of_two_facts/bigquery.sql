-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      DATE_TRUNC(CAST(tickets.opened_on AS DATE), MONTH) AS month,
      COUNT(*) AS tickets,
      COUNTIF(tickets.status = 'open') AS open_tickets
    FROM tickets
    WHERE CAST(tickets.opened_on AS DATE) >= @p1
      AND CAST(tickets.opened_on AS DATE) < @p2
    GROUP BY DATE_TRUNC(CAST(tickets.opened_on AS DATE), MONTH)
  ),
  -- budgets totals, one row a group
  budgets_totals AS (
    SELECT
      DATE_TRUNC(CAST(budgets.month AS DATE), MONTH) AS month,
      SUM(budgets.amount) AS budget
    FROM budgets
    WHERE CAST(budgets.month AS DATE) >= @p1
      AND CAST(budgets.month AS DATE) < @p2
    GROUP BY DATE_TRUNC(CAST(budgets.month AS DATE), MONTH)
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
