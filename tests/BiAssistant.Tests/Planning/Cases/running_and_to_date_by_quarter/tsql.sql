-- tickets
WITH
  -- tickets by quarter, each row read once
  tickets_by_quarter AS (
    SELECT
      DATEFROMPARTS(YEAR(tickets.opened_on), DATEPART(QUARTER, tickets.opened_on) * 3 - 2, 1) AS quarter,
      COUNT_BIG(*) AS running_tickets
    FROM tickets
    WHERE tickets.opened_on < @p1
    GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), DATEPART(QUARTER, tickets.opened_on) * 3 - 2, 1)
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      CAST('2024-01-01' AS DATE) AS period,
      CAST('2024-04-01' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2024-04-01' AS DATE),
      CAST('2024-07-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-07-01' AS DATE),
      CAST('2024-10-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-10-01' AS DATE),
      CAST('2025-01-01' AS DATE)
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      periods.period AS quarter,
      SUM(CAST(0 AS BIGINT) + tickets_by_quarter.running_tickets) AS running_tickets
    FROM tickets_by_quarter
    JOIN periods ON tickets_by_quarter.quarter < periods.rows_to
    GROUP BY periods.period
  ),
  -- each period and the rows that it looks at
  periods_2 AS (
    SELECT
      CAST('2024-01-01' AS DATE) AS period,
      CAST('2023-04-01' AS DATE) AS rows_from,
      CAST('2024-04-01' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2024-04-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-07-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-07-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2024-10-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-10-01' AS DATE),
      CAST('2024-04-01' AS DATE),
      CAST('2025-01-01' AS DATE)
  ),
  -- tickets totals, one row a group
  tickets_totals_2 AS (
    SELECT
      periods.period AS quarter,
      SUM(CAST(0 AS BIGINT) + tickets_by_quarter.running_tickets) AS tickets_fiscal_year_to_date
    FROM tickets_by_quarter
    JOIN periods_2 AS periods ON tickets_by_quarter.quarter >= periods.rows_from AND tickets_by_quarter.quarter < periods.rows_to
    GROUP BY periods.period
  ),
  -- tickets totals, one row a group
  tickets_totals_3 AS (
    SELECT
      tickets_by_quarter.quarter,
      tickets_by_quarter.running_tickets AS tickets_change_now
    FROM tickets_by_quarter
    WHERE tickets_by_quarter.quarter >= @p2
  ),
  -- each period and the rows that it looks at
  periods_3 AS (
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
  tickets_totals_4 AS (
    SELECT
      periods.period AS quarter,
      MAX(tickets_by_quarter.running_tickets) AS tickets_change_before
    FROM tickets_by_quarter
    JOIN periods_3 AS periods ON tickets_by_quarter.quarter >= periods.rows_from AND tickets_by_quarter.quarter < periods.rows_to
    GROUP BY periods.period
  )
SELECT
  facts.quarter,
  COALESCE(MAX(facts.running_tickets), 0) AS running_tickets,
  COALESCE(MAX(facts.tickets_fiscal_year_to_date), 0) AS tickets_fiscal_year_to_date,
  COALESCE(MAX(facts.tickets_change_now), 0) - COALESCE(MAX(facts.tickets_change_before), 0) AS tickets_change
FROM (
  SELECT
    quarter,
    running_tickets,
    CAST(NULL AS BIGINT) AS tickets_fiscal_year_to_date,
    CAST(NULL AS BIGINT) AS tickets_change_now,
    CAST(NULL AS BIGINT) AS tickets_change_before
  FROM tickets_totals
  UNION ALL
  SELECT
    quarter,
    CAST(NULL AS BIGINT) AS running_tickets,
    tickets_fiscal_year_to_date,
    CAST(NULL AS BIGINT) AS tickets_change_now,
    CAST(NULL AS BIGINT) AS tickets_change_before
  FROM tickets_totals_2
  UNION ALL
  SELECT
    quarter,
    CAST(NULL AS BIGINT) AS running_tickets,
    CAST(NULL AS BIGINT) AS tickets_fiscal_year_to_date,
    tickets_change_now,
    CAST(NULL AS BIGINT) AS tickets_change_before
  FROM tickets_totals_3
  UNION ALL
  SELECT
    quarter,
    CAST(NULL AS BIGINT) AS running_tickets,
    CAST(NULL AS BIGINT) AS tickets_fiscal_year_to_date,
    CAST(NULL AS BIGINT) AS tickets_change_now,
    tickets_change_before
  FROM tickets_totals_4
) AS facts
GROUP BY facts.quarter
ORDER BY CASE WHEN facts.quarter IS NULL THEN 1 ELSE 0 END, facts.quarter
