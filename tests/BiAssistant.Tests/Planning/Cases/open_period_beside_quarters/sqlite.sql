-- tickets
WITH
  -- tickets by quarter, each row read once
  tickets_by_quarter AS (
    SELECT
      DATE(tickets.opened_on, 'start of month', '-' || ((CAST(STRFTIME('%m', tickets.opened_on) AS INTEGER) - 1) % 3) || ' months') AS quarter,
      COUNT(*) AS tickets
    FROM tickets
    WHERE tickets.opened_on >= $p1
    GROUP BY
      DATE(tickets.opened_on, 'start of month', '-' || ((CAST(STRFTIME('%m', tickets.opened_on) AS INTEGER) - 1) % 3) || ' months')
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets_by_quarter.quarter,
      tickets_by_quarter.tickets
    FROM tickets_by_quarter
    WHERE tickets_by_quarter.quarter < $p2
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      '2024-01-01' AS period,
      '2024-04-01' AS rows_from
    UNION ALL
    SELECT
      '2024-04-01',
      '2024-04-01'
    UNION ALL
    SELECT
      '2024-07-01',
      '2024-04-01'
    UNION ALL
    SELECT
      '2024-10-01',
      '2024-04-01'
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
ORDER BY facts.quarter NULLS LAST
