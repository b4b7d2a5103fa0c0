-- parts
WITH
  -- parts by quarter, each row read once
  parts_by_quarter AS (
    SELECT
      DATE_ADD(CAST(DATE_FORMAT(tickets.opened_on, '%Y-01-01') AS DATE), INTERVAL (QUARTER(tickets.opened_on) - 1) QUARTER) AS quarter,
      SUM(parts.amount_cents) AS cost_running_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    WHERE tickets.opened_on < @p1
    GROUP BY
      DATE_ADD(CAST(DATE_FORMAT(tickets.opened_on, '%Y-01-01') AS DATE), INTERVAL (QUARTER(tickets.opened_on) - 1) QUARTER)
  ),
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
  SUM(parts_by_quarter.cost_running_stored) * 0.01 AS cost_running
FROM parts_by_quarter
JOIN periods ON parts_by_quarter.quarter < periods.rows_to
GROUP BY periods.period
ORDER BY CASE WHEN periods.period IS NULL THEN 1 ELSE 0 END, periods.period
