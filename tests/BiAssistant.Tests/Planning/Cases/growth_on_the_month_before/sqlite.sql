-- parts
WITH
  -- parts by month, each row read once
  parts_by_month AS (
    SELECT
      DATE(tickets.opened_on, 'start of month') AS month,
      SUM(parts.amount_cents) AS cost_growth_now_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    WHERE tickets.opened_on >= $p1
      AND tickets.opened_on < $p2
    GROUP BY DATE(tickets.opened_on, 'start of month')
  ),
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      parts_by_month.month,
      parts_by_month.cost_growth_now_stored
    FROM parts_by_month
    WHERE parts_by_month.month >= $p3
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      '2024-01-01' AS period,
      '2023-12-01' AS rows_from,
      '2024-01-01' AS rows_to
    UNION ALL
    SELECT
      '2024-02-01',
      '2024-01-01',
      '2024-02-01'
    UNION ALL
    SELECT
      '2024-03-01',
      '2024-02-01',
      '2024-03-01'
    UNION ALL
    SELECT
      '2024-04-01',
      '2024-03-01',
      '2024-04-01'
    UNION ALL
    SELECT
      '2024-05-01',
      '2024-04-01',
      '2024-05-01'
  ),
  -- parts totals, one row a group
  parts_totals_2 AS (
    SELECT
      periods.period AS month,
      MAX(parts_by_month.cost_growth_now_stored) AS cost_growth_before_stored
    FROM parts_by_month
    JOIN periods ON parts_by_month.month >= periods.rows_from AND parts_by_month.month < periods.rows_to
    GROUP BY periods.period
  )
SELECT
  facts.month,
  CAST(COALESCE(MAX(facts.cost_growth_now_stored) * 0.01, 0) - COALESCE(MAX(facts.cost_growth_before_stored) * 0.01, 0) AS REAL) / NULLIF(MAX(facts.cost_growth_before_stored) * 0.01, 0) AS cost_growth,
  COALESCE(MAX(facts.cost_growth_now_stored) * 0.01, 0) - COALESCE(MAX(facts.cost_growth_before_stored) * 0.01, 0) AS cost_change,
  MAX(facts.cost_growth_now_stored) * 0.01 AS parts_cost
FROM (
  SELECT
    month,
    cost_growth_now_stored,
    NULL AS cost_growth_before_stored
  FROM parts_totals
  UNION ALL
  SELECT
    month,
    NULL AS cost_growth_now_stored,
    cost_growth_before_stored
  FROM parts_totals_2
) AS facts
GROUP BY facts.month
ORDER BY facts.month NULLS LAST
