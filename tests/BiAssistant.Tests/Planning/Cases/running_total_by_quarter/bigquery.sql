-- parts
WITH
  -- parts by quarter, each row read once
  parts_by_quarter AS (
    SELECT
      DATE_TRUNC(CAST(tickets.opened_on AS DATE), QUARTER) AS quarter,
      SUM(parts.amount_cents) AS cost_running_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    WHERE CAST(tickets.opened_on AS DATE) < @p1
    GROUP BY DATE_TRUNC(CAST(tickets.opened_on AS DATE), QUARTER)
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
  SUM(parts_by_quarter.cost_running_stored) * NUMERIC '0.01' AS cost_running
FROM parts_by_quarter
JOIN periods ON parts_by_quarter.quarter < periods.rows_to
GROUP BY periods.period
ORDER BY quarter NULLS LAST
