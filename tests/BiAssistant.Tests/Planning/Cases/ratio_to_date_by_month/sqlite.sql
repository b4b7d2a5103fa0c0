-- tickets
WITH
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      '2024-01-01' AS period,
      '2023-04-01' AS rows_from,
      '2024-02-01' AS rows_to
    UNION ALL
    SELECT
      '2024-02-01',
      '2023-04-01',
      '2024-03-01'
    UNION ALL
    SELECT
      '2024-03-01',
      '2023-04-01',
      '2024-04-01'
    UNION ALL
    SELECT
      '2024-04-01',
      '2024-04-01',
      '2024-05-01'
    UNION ALL
    SELECT
      '2024-05-01',
      '2024-04-01',
      '2024-06-01'
    UNION ALL
    SELECT
      '2024-06-01',
      '2024-04-01',
      '2024-07-01'
    UNION ALL
    SELECT
      '2024-07-01',
      '2024-04-01',
      '2024-08-01'
    UNION ALL
    SELECT
      '2024-08-01',
      '2024-04-01',
      '2024-09-01'
    UNION ALL
    SELECT
      '2024-09-01',
      '2024-04-01',
      '2024-10-01'
    UNION ALL
    SELECT
      '2024-10-01',
      '2024-04-01',
      '2024-11-01'
    UNION ALL
    SELECT
      '2024-11-01',
      '2024-04-01',
      '2024-12-01'
    UNION ALL
    SELECT
      '2024-12-01',
      '2024-04-01',
      '2025-01-01'
  )
SELECT
  periods.period AS month,
  CAST(COUNT(*) FILTER (WHERE tickets.status = 'open') AS REAL) / NULLIF(COUNT(*), 0) AS open_share_to_date
FROM tickets
JOIN periods ON tickets.opened_on >= periods.rows_from AND tickets.opened_on < periods.rows_to
GROUP BY periods.period
ORDER BY month NULLS LAST
