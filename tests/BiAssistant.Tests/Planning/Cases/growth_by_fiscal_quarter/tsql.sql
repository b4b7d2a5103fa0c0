-- tickets
WITH
  -- tickets by fiscal quarter, each row read once
  tickets_by_fiscal_quarter AS (
    SELECT
      DATEFROMPARTS(YEAR(tickets.opened_on), DATEPART(QUARTER, tickets.opened_on) * 3 - 2, 1) AS fiscal_quarter,
      COUNT_BIG(*) AS tickets
    FROM tickets
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), DATEPART(QUARTER, tickets.opened_on) * 3 - 2, 1)
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets_by_fiscal_quarter.fiscal_quarter,
      tickets_by_fiscal_quarter.tickets
    FROM tickets_by_fiscal_quarter
    WHERE tickets_by_fiscal_quarter.fiscal_quarter >= @p3
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      CAST('2024-01-01' AS DATE) AS period,
      CAST('2023-10-01' AS DATE) AS rows_from,
      CAST('2024-01-01' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2024-04-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-04-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-07-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-07-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-10-01' AS DATE),
      CAST('2024-07-01' AS DATE),
      CAST('2024-10-01' AS DATE)
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
  CAST(COALESCE(MAX(facts.tickets), 0) - COALESCE(MAX(facts.tickets_growth_before), 0) AS FLOAT) / NULLIF(COALESCE(MAX(facts.tickets_growth_before), 0), 0) AS tickets_growth
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
ORDER BY CASE WHEN facts.fiscal_quarter IS NULL THEN 1 ELSE 0 END, facts.fiscal_quarter
