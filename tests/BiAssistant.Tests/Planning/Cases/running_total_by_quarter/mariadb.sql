-- parts
WITH
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2024-01-01' AS period,
      DATE '2024-04-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2024-04-01',
      DATE '2024-07-01'
    UNION ALL
    SELECT
      DATE '2024-07-01',
      DATE '2024-10-01'
    UNION ALL
    SELECT
      DATE '2024-10-01',
      DATE '2025-01-01'
  )
SELECT
  periods.period AS quarter,
  SUM(parts.amount_cents) * 0.01 AS cost_running
FROM parts_used AS parts
JOIN tickets ON parts.ticket_id = tickets.ticket_id
JOIN periods ON tickets.opened_on < periods.rows_to
GROUP BY periods.period
ORDER BY CASE WHEN periods.period IS NULL THEN 1 ELSE 0 END, periods.period
