-- parts
WITH
  -- parts by quarter, each row read once
  parts_by_quarter AS (
    SELECT
      DATEFROMPARTS(YEAR(tickets.opened_on), DATEPART(QUARTER, tickets.opened_on) * 3 - 2, 1) AS quarter,
      SUM(CAST(0 AS BIGINT) + parts.amount_cents) AS cost_running_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    WHERE tickets.opened_on < @p1
    GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), DATEPART(QUARTER, tickets.opened_on) * 3 - 2, 1)
  ),
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
  SUM(CAST(0 AS BIGINT) + parts_by_quarter.cost_running_stored) * 0.01 AS cost_running
FROM parts_by_quarter
JOIN periods ON parts_by_quarter.quarter < periods.rows_to
GROUP BY periods.period
ORDER BY CASE WHEN periods.period IS NULL THEN 1 ELSE 0 END, periods.period
