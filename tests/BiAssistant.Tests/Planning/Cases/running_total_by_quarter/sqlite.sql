-- parts
WITH
  -- parts by quarter, each row read once
  parts_by_quarter AS (
    SELECT
      DATE(tickets.opened_on, 'start of month', '-' || ((CAST(STRFTIME('%m', tickets.opened_on) AS INTEGER) - 1) % 3) || ' months') AS quarter,
      SUM(parts.amount_cents) AS cost_running_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    WHERE tickets.opened_on < $p1
    GROUP BY
      DATE(tickets.opened_on, 'start of month', '-' || ((CAST(STRFTIME('%m', tickets.opened_on) AS INTEGER) - 1) % 3) || ' months')
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      '2024-01-01' AS period,
      '2024-04-01' AS rows_to
    UNION ALL
    SELECT
      '2024-04-01',
      '2024-07-01'
    UNION ALL
    SELECT
      '2024-07-01',
      '2024-10-01'
    UNION ALL
    SELECT
      '2024-10-01',
      '2025-01-01'
  )
SELECT
  periods.period AS quarter,
  SUM(parts_by_quarter.cost_running_stored) * 0.01 AS cost_running
FROM parts_by_quarter
JOIN periods ON parts_by_quarter.quarter < periods.rows_to
GROUP BY periods.period
ORDER BY quarter NULLS LAST
