-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      CAST(DATE_FORMAT(tickets.opened_on, '%Y-%m-01') AS DATE) AS month,
      COUNT(*) AS tickets_value
    FROM tickets
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY CAST(DATE_FORMAT(tickets.opened_on, '%Y-%m-01') AS DATE)
  ),
  -- every period of the answer, whether rows fall into it or not
  periods AS (
    SELECT DATE '2024-01-01' AS period
    UNION ALL
    SELECT DATE '2024-02-01'
    UNION ALL
    SELECT DATE '2024-03-01'
    UNION ALL
    SELECT DATE '2024-04-01'
    UNION ALL
    SELECT DATE '2024-05-01'
    UNION ALL
    SELECT DATE '2024-06-01'
    UNION ALL
    SELECT DATE '2024-07-01'
    UNION ALL
    SELECT DATE '2024-08-01'
    UNION ALL
    SELECT DATE '2024-09-01'
    UNION ALL
    SELECT DATE '2024-10-01'
    UNION ALL
    SELECT DATE '2024-11-01'
    UNION ALL
    SELECT DATE '2024-12-01'
  ),
  -- each group's place; equal values share one
  ranked AS (
    SELECT
      grouped.month,
      COALESCE(grouped.value, 0) AS tickets,
      RANK() OVER (ORDER BY COALESCE(grouped.value, 0)) AS position
    FROM (
      SELECT
        facts.month,
        MAX(facts.tickets_value) AS value
      FROM (
        SELECT
          month,
          tickets_value
        FROM tickets_totals
        UNION ALL
        SELECT
          periods.period AS month,
          NULL AS tickets_value
        FROM periods
      ) AS facts
      GROUP BY facts.month
    ) AS grouped
  )
SELECT
  month,
  tickets
FROM ranked
WHERE position <= 2
ORDER BY
  CASE WHEN tickets IS NULL THEN 1 ELSE 0 END,
  tickets,
  CASE WHEN month IS NULL THEN 1 ELSE 0 END,
  month
