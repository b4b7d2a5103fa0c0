-- budgets
WITH
  -- budgets totals, one row a group
  budgets_totals AS (
    SELECT SUM(budgets.amount) AS budget_left_budget
    FROM budgets
  ),
  -- parts totals, one row a group
  parts_totals AS (
    SELECT SUM(parts.amount_cents) AS budget_left_parts_cost_stored
    FROM parts_used AS parts
  )
SELECT COALESCE(budgets_totals.budget_left_budget, 0) - COALESCE(parts_totals.budget_left_parts_cost_stored * 0.01, 0) AS budget_left
FROM budgets_totals
CROSS JOIN parts_totals
