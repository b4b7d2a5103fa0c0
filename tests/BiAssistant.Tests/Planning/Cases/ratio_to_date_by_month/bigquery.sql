-- tickets
WITH
  -- tickets by month, each row read once
  tickets_by_month AS (
    SELECT
      DATE_TRUNC(CAST(tickets.opened_on AS DATE), MONTH) AS month,
      COUNTIF(tickets.status = 'open') AS open_share_to_date_open_tickets,
      COUNT(*) AS open_share_to_date_tickets
    FROM tickets
    WHERE CAST(tickets.opened_on AS DATE) >= @p1
      AND CAST(tickets.opened_on AS DATE) < @p2
    GROUP BY DATE_TRUNC(CAST(tickets.opened_on AS DATE), MONTH)
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
  CAST(SUM(tickets_by_month.open_share_to_date_open_tickets) AS BIGNUMERIC) / NULLIF(SUM(tickets_by_month.open_share_to_date_tickets), 0) AS open_share_to_date
FROM tickets_by_month
JOIN periods ON tickets_by_month.month >= periods.rows_from AND tickets_by_month.month < periods.rows_to
GROUP BY periods.period
ORDER BY month NULLS LAST
