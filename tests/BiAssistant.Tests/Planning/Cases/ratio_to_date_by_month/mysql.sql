-- tickets
WITH
  -- tickets by month, each row read once
  tickets_by_month AS (
    SELECT
      CAST(DATE_FORMAT(tickets.opened_on, '%Y-%m-01') AS DATE) AS month,
      COUNT(CASE WHEN tickets.status = 'open' THEN 1 END) AS open_share_to_date_open_tickets,
      COUNT(*) AS open_share_to_date_tickets
    FROM tickets
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY CAST(DATE_FORMAT(tickets.opened_on, '%Y-%m-01') AS DATE)
  ),
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
  SUM(tickets_by_month.open_share_to_date_open_tickets) * 1.000000000 / SUM(tickets_by_month.open_share_to_date_tickets) AS open_share_to_date
FROM tickets_by_month
JOIN periods ON tickets_by_month.month >= periods.rows_from AND tickets_by_month.month < periods.rows_to
GROUP BY periods.period
ORDER BY CASE WHEN periods.period IS NULL THEN 1 ELSE 0 END, periods.period
