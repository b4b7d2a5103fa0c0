-- tickets
WITH
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2024-01-01' AS period,
      DATE '2023-04-01' AS rows_from,
      DATE '2024-02-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2024-02-01',
      DATE '2023-04-01',
      DATE '2024-03-01'
    UNION ALL
    SELECT
      DATE '2024-03-01',
      DATE '2023-04-01',
      DATE '2024-04-01'
    UNION ALL
    SELECT
      DATE '2024-04-01',
      DATE '2024-04-01',
      DATE '2024-05-01'
    UNION ALL
    SELECT
      DATE '2024-05-01',
      DATE '2024-04-01',
      DATE '2024-06-01'
    UNION ALL
    SELECT
      DATE '2024-06-01',
      DATE '2024-04-01',
      DATE '2024-07-01'
    UNION ALL
    SELECT
      DATE '2024-07-01',
      DATE '2024-04-01',
      DATE '2024-08-01'
    UNION ALL
    SELECT
      DATE '2024-08-01',
      DATE '2024-04-01',
      DATE '2024-09-01'
    UNION ALL
    SELECT
      DATE '2024-09-01',
      DATE '2024-04-01',
      DATE '2024-10-01'
    UNION ALL
    SELECT
      DATE '2024-10-01',
      DATE '2024-04-01',
      DATE '2024-11-01'
    UNION ALL
    SELECT
      DATE '2024-11-01',
      DATE '2024-04-01',
      DATE '2024-12-01'
    UNION ALL
    SELECT
      DATE '2024-12-01',
      DATE '2024-04-01',
      DATE '2025-01-01'
  )
SELECT
  periods.period AS month,
  COUNT(CASE WHEN tickets.status = 'open' THEN 1 END) * 1.000000000 / COUNT(*) AS open_share_to_date
FROM tickets
JOIN periods ON tickets.opened_on >= periods.rows_from AND tickets.opened_on < periods.rows_to
GROUP BY periods.period
ORDER BY CASE WHEN periods.period IS NULL THEN 1 ELSE 0 END, periods.period
