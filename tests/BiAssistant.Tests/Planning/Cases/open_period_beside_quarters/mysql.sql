-- tickets
WITH
  -- tickets by quarter, each row read once
  tickets_by_quarter AS (
    SELECT
      DATE_ADD(CAST(DATE_FORMAT(tickets.opened_on, '%Y-01-01') AS DATE), INTERVAL (QUARTER(tickets.opened_on) - 1) QUARTER) AS quarter,
      COUNT(*) AS tickets
    FROM tickets
    WHERE tickets.opened_on >= @p1
    GROUP BY
      DATE_ADD(CAST(DATE_FORMAT(tickets.opened_on, '%Y-01-01') AS DATE), INTERVAL (QUARTER(tickets.opened_on) - 1) QUARTER)
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets_by_quarter.quarter,
      tickets_by_quarter.tickets
    FROM tickets_by_quarter
    WHERE tickets_by_quarter.quarter < @p2
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2024-01-01' AS period,
      DATE '2024-04-01' AS rows_from
    UNION ALL
    SELECT
      DATE '2024-04-01',
      DATE '2024-04-01'
    UNION ALL
    SELECT
      DATE '2024-07-01',
      DATE '2024-04-01'
    UNION ALL
    SELECT
      DATE '2024-10-01',
      DATE '2024-04-01'
  ),
  -- tickets totals, one row a group
  tickets_totals_2 AS (
    SELECT
      periods.period AS quarter,
      SUM(tickets_by_quarter.tickets) AS tickets_in_period
    FROM tickets_by_quarter
    JOIN periods ON tickets_by_quarter.quarter >= periods.rows_from
    GROUP BY periods.period
  )
SELECT
  facts.quarter,
  COALESCE(MAX(facts.tickets), 0) AS tickets,
  COALESCE(MAX(facts.tickets_in_period), 0) AS tickets_in_period
FROM (
  SELECT
    quarter,
    tickets,
    NULL AS tickets_in_period
  FROM tickets_totals
  UNION ALL
  SELECT
    quarter,
    NULL AS tickets,
    tickets_in_period
  FROM tickets_totals_2
) AS facts
GROUP BY facts.quarter
ORDER BY CASE WHEN facts.quarter IS NULL THEN 1 ELSE 0 END, facts.quarter
