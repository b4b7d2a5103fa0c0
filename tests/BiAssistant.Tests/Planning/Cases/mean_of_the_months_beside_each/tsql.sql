-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      DATEFROMPARTS(YEAR(tickets.opened_on), DATEPART(QUARTER, tickets.opened_on) * 3 - 2, 1) AS quarter,
      COUNT_BIG(*) AS tickets_value
    FROM tickets
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), DATEPART(QUARTER, tickets.opened_on) * 3 - 2, 1)
  ),
  -- every period of the answer, whether rows fall into it or not
  periods AS (
    SELECT CAST('2024-01-01' AS DATE) AS period
    UNION ALL
    SELECT CAST('2024-04-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-07-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-10-01' AS DATE)
  ),
  -- one row a group
  totals AS (
    SELECT
      facts.quarter,
      MAX(facts.tickets_value) AS tickets_value
    FROM (
      SELECT
        quarter,
        tickets_value
      FROM tickets_totals
      UNION ALL
      SELECT
        periods.period AS quarter,
        NULL AS tickets_value
      FROM periods
    ) AS facts
    GROUP BY facts.quarter
  )
SELECT
  totals.quarter,
  COALESCE(totals.tickets_value, 0) AS tickets,
  AVG(CAST(COALESCE(totals.tickets_value, 0) AS FLOAT)) OVER () AS average_tickets,
  CASE
    WHEN COALESCE(totals.tickets_value, 0) IS NOT NULL THEN RANK() OVER (ORDER BY COALESCE(totals.tickets_value, 0) DESC)
  END AS tickets_rank,
  CAST(COALESCE(totals.tickets_value, 0) AS FLOAT) / NULLIF(COALESCE(SUM(CAST(0 AS BIGINT) + totals.tickets_value) OVER (), 0), 0) AS tickets_share
FROM totals
ORDER BY CASE WHEN totals.quarter IS NULL THEN 1 ELSE 0 END, totals.quarter
