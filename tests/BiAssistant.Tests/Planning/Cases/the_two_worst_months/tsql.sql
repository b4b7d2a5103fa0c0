-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1) AS month,
      COUNT_BIG(*) AS tickets_value
    FROM tickets
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1)
  ),
  -- every period of the answer, whether rows fall into it or not
  periods AS (
    SELECT CAST('2024-01-01' AS DATE) AS period
    UNION ALL
    SELECT CAST('2024-02-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-03-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-04-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-05-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-06-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-07-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-08-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-09-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-10-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-11-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-12-01' AS DATE)
  ),
  -- each group's place; equal values share one
  ranked AS (
    SELECT
      facts.month,
      COALESCE(MAX(facts.tickets_value), 0) AS tickets,
      RANK() OVER (ORDER BY COALESCE(MAX(facts.tickets_value), 0)) AS position
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
