-- tickets
WITH
  -- tickets by fiscal quarter, each row read once
  tickets_by_fiscal_quarter AS (
    SELECT
      DATE_TRUNC(CAST(tickets.opened_on AS DATE), QUARTER) AS fiscal_quarter,
      COUNT(*) AS tickets
    FROM tickets
    WHERE CAST(tickets.opened_on AS DATE) >= @p1
      AND CAST(tickets.opened_on AS DATE) < @p2
    GROUP BY DATE_TRUNC(CAST(tickets.opened_on AS DATE), QUARTER)
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets_by_fiscal_quarter.fiscal_quarter,
      tickets_by_fiscal_quarter.tickets
    FROM tickets_by_fiscal_quarter
    WHERE CAST(tickets_by_fiscal_quarter.fiscal_quarter AS DATE) >= @p3
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2024-01-01' AS period,
      DATE '2023-10-01' AS rows_from,
      DATE '2024-01-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2024-04-01',
      DATE '2024-01-01',
      DATE '2024-04-01'
    UNION ALL
    SELECT
      DATE '2024-07-01',
      DATE '2024-04-01',
      DATE '2024-07-01'
    UNION ALL
    SELECT
      DATE '2024-10-01',
      DATE '2024-07-01',
      DATE '2024-10-01'
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
  (COALESCE(MAX(facts.tickets), 0) - COALESCE(MAX(facts.tickets_growth_before), 0)) / NULLIF(COALESCE(MAX(facts.tickets_growth_before), 0), 0) AS tickets_growth
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
