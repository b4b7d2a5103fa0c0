-- parts
WITH
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      CAST('2024-01-01' AS DATE) AS period,
      CAST('2024-04-01' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2024-04-01' AS DATE),
      CAST('2024-07-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-07-01' AS DATE),
      CAST('2024-10-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-10-01' AS DATE),
      CAST('2025-01-01' AS DATE)
  )
SELECT
  periods.period AS quarter,
  SUM(CAST(0 AS BIGINT) + parts.amount_cents) * 0.01 AS cost_running
FROM parts_used AS parts
JOIN tickets ON parts.ticket_id = tickets.ticket_id
JOIN periods ON tickets.opened_on < periods.rows_to
GROUP BY periods.period
ORDER BY CASE WHEN periods.period IS NULL THEN 1 ELSE 0 END, periods.period
