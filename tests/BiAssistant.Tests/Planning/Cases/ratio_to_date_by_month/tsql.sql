-- tickets
WITH
  -- tickets by month, each row read once
  tickets_by_month AS (
    SELECT
      DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1) AS month,
      COUNT_BIG(CASE WHEN tickets.status = 'open' THEN 1 END) AS open_share_to_date_open_tickets,
      COUNT_BIG(*) AS open_share_to_date_tickets
    FROM tickets
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1)
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      CAST('2024-01-01' AS DATE) AS period,
      CAST('2023-04-01' AS DATE) AS rows_from,
      CAST('2024-02-01' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2024-02-01' AS DATE),
      CAST('2023-04-01' AS DATE),
      CAST('2024-03-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-03-01' AS DATE),
      CAST('2023-04-01' AS DATE),
      CAST('2024-04-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-04-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-05-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-05-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-06-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-06-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-07-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-07-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-08-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-08-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-09-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-09-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-10-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-10-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-11-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-11-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-12-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-12-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2025-01-01' AS DATE)
  )
SELECT
  periods.period AS month,
  CAST(SUM(CAST(0 AS BIGINT) + tickets_by_month.open_share_to_date_open_tickets) AS FLOAT) / NULLIF(SUM(CAST(0 AS BIGINT) + tickets_by_month.open_share_to_date_tickets), 0) AS open_share_to_date
FROM tickets_by_month
JOIN periods ON tickets_by_month.month >= periods.rows_from AND tickets_by_month.month < periods.rows_to
GROUP BY periods.period
ORDER BY CASE WHEN periods.period IS NULL THEN 1 ELSE 0 END, periods.period
