-- tickets
WITH
  -- tickets by day, each row read once
  tickets_by_day AS (
    SELECT
      sites.region,
      tickets.opened_on AS day,
      COUNT(*) AS tickets_90_days
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY sites.region, tickets.opened_on
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2024-01-01' AS period,
      DATE '2023-11-03' AS rows_from,
      DATE '2024-02-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2024-02-01',
      DATE '2023-12-02',
      DATE '2024-03-01'
    UNION ALL
    SELECT
      DATE '2024-03-01',
      DATE '2024-01-02',
      DATE '2024-04-01'
    UNION ALL
    SELECT
      DATE '2024-04-01',
      DATE '2024-02-01',
      DATE '2024-05-01'
  )
SELECT
  periods.period AS month,
  tickets_by_day.region,
  SUM(tickets_by_day.tickets_90_days) AS tickets_90_days
FROM tickets_by_day
JOIN periods ON tickets_by_day.day >= periods.rows_from AND tickets_by_day.day < periods.rows_to
GROUP BY periods.period, tickets_by_day.region
ORDER BY
  CASE WHEN periods.period IS NULL THEN 1 ELSE 0 END,
  periods.period,
  CASE WHEN tickets_by_day.region IS NULL THEN 1 ELSE 0 END,
  tickets_by_day.region
