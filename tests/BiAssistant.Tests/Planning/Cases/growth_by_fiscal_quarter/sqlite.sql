-- tickets
WITH
  -- tickets by fiscal quarter, each row read once
  tickets_by_fiscal_quarter AS (
    SELECT
      DATE(tickets.opened_on, 'start of month', '-' || ((CAST(STRFTIME('%m', tickets.opened_on) AS INTEGER) - 1) % 3) || ' months') AS fiscal_quarter,
      COUNT(*) AS tickets
    FROM tickets
    WHERE tickets.opened_on >= $p1
      AND tickets.opened_on < $p2
    GROUP BY
      DATE(tickets.opened_on, 'start of month', '-' || ((CAST(STRFTIME('%m', tickets.opened_on) AS INTEGER) - 1) % 3) || ' months')
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets_by_fiscal_quarter.fiscal_quarter,
      tickets_by_fiscal_quarter.tickets
    FROM tickets_by_fiscal_quarter
    WHERE tickets_by_fiscal_quarter.fiscal_quarter >= $p3
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      '2024-01-01' AS period,
      '2023-10-01' AS rows_from,
      '2024-01-01' AS rows_to
    UNION ALL
    SELECT
      '2024-04-01',
      '2024-01-01',
      '2024-04-01'
    UNION ALL
    SELECT
      '2024-07-01',
      '2024-04-01',
      '2024-07-01'
    UNION ALL
    SELECT
      '2024-10-01',
      '2024-07-01',
      '2024-10-01'
  ),
  -- tickets totals, one row a group
  tickets_totals_2 AS (
    SELECT
      periods.period AS fiscal_quarter,
      MAX(tickets_by_fiscal_quarter.tickets) AS tickets_growth_before
    FROM tickets_by_fiscal_quarter
    JOIN periods
      ON tickets_by_fiscal_quarter.fiscal_quarter >= periods.rows_from
        AND tickets_by_fiscal_quarter.fiscal_quarter < periods.rows_to
    GROUP BY periods.period
  )
SELECT
  facts.fiscal_quarter,
  COALESCE(MAX(facts.tickets), 0) AS tickets,
  CAST(COALESCE(MAX(facts.tickets), 0) - COALESCE(MAX(facts.tickets_growth_before), 0) AS REAL) / NULLIF(COALESCE(MAX(facts.tickets_growth_before), 0), 0) AS tickets_growth
FROM (
  SELECT
    fiscal_quarter,
    tickets,
    NULL AS tickets_growth_before
  FROM tickets_totals
  UNION ALL
  SELECT
    fiscal_quarter,
    NULL AS tickets,
    tickets_growth_before
  FROM tickets_totals_2
) AS facts
GROUP BY facts.fiscal_quarter
ORDER BY facts.fiscal_quarter NULLS LAST
