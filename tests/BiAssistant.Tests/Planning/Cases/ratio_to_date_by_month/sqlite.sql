-- tickets
WITH
  -- tickets by month, each row read once
  tickets_by_month AS (
    SELECT
      DATE(tickets.opened_on, 'start of month') AS month,
      COUNT(*) FILTER (WHERE tickets.status = 'open') AS open_share_to_date_open_tickets,
      COUNT(*) AS open_share_to_date_tickets
    FROM tickets
    WHERE tickets.opened_on >= $p1
      AND tickets.opened_on < $p2
    GROUP BY DATE(tickets.opened_on, 'start of month')
  ),
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
  CAST(SUM(tickets_by_month.open_share_to_date_open_tickets) AS REAL) / NULLIF(SUM(tickets_by_month.open_share_to_date_tickets), 0) AS open_share_to_date
FROM tickets_by_month
JOIN periods ON tickets_by_month.month >= periods.rows_from AND tickets_by_month.month < periods.rows_to
GROUP BY periods.period
ORDER BY month NULLS LAST
