-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      DATE_ADD(CAST(DATE_FORMAT(tickets.opened_on, '%Y-01-01') AS DATE), INTERVAL (QUARTER(tickets.opened_on) - 1) QUARTER) AS quarter,
      COUNT(*) AS tickets_value
    FROM tickets
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY
      DATE_ADD(CAST(DATE_FORMAT(tickets.opened_on, '%Y-01-01') AS DATE), INTERVAL (QUARTER(tickets.opened_on) - 1) QUARTER)
  ),
  -- every period of the answer, whether rows fall into it or not
  periods AS (
    SELECT DATE '2024-01-01' AS period
    UNION ALL
    SELECT DATE '2024-04-01'
    UNION ALL
    SELECT DATE '2024-07-01'
    UNION ALL
    SELECT DATE '2024-10-01'
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
  AVG(COALESCE(totals.tickets_value, 0) * 1.000000000) OVER () AS average_tickets,
  CASE
    WHEN COALESCE(totals.tickets_value, 0) IS NOT NULL THEN RANK() OVER (ORDER BY COALESCE(totals.tickets_value, 0) DESC)
  END AS tickets_rank,
  COALESCE(totals.tickets_value, 0) * 1.000000000 / COALESCE(SUM(totals.tickets_value) OVER (), 0) AS tickets_share
FROM totals
ORDER BY CASE WHEN totals.quarter IS NULL THEN 1 ELSE 0 END, totals.quarter
