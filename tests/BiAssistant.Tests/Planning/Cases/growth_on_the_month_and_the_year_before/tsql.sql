-- tickets
WITH
  -- tickets by month, each row read once
  tickets_by_month AS (
    SELECT
      DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1) AS month,
      COUNT_BIG(*) AS on_month_now
    FROM tickets
    WHERE tickets.opened_on >= @p1 AND tickets.opened_on < @p2 OR tickets.opened_on >= @p3 AND tickets.opened_on < @p4 OR tickets.opened_on >= @p5 AND tickets.opened_on < @p6
    GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1)
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets_by_month.month,
      tickets_by_month.on_month_now
    FROM tickets_by_month
    WHERE tickets_by_month.month >= @p1
      AND tickets_by_month.month < @p2
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      CAST('2024-12-01' AS DATE) AS period,
      CAST('2024-11-01' AS DATE) AS rows_from,
      CAST('2024-12-01' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2025-01-01' AS DATE),
      CAST('2024-12-01' AS DATE),
      CAST('2025-01-01' AS DATE)
  ),
  -- tickets totals, one row a group
  tickets_totals_2 AS (
    SELECT
      periods.period AS month,
      MAX(tickets_by_month.on_month_now) AS on_month_before
    FROM tickets_by_month
    JOIN periods ON tickets_by_month.month >= periods.rows_from AND tickets_by_month.month < periods.rows_to
    GROUP BY periods.period
  ),
  -- each period and the rows that it looks at
  periods_2 AS (
    SELECT
      CAST('2024-12-01' AS DATE) AS period,
      CAST('2023-12-01' AS DATE) AS rows_from,
      CAST('2024-01-01' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2025-01-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE)
  ),
  -- tickets totals, one row a group
  tickets_totals_3 AS (
    SELECT
      periods.period AS month,
      MAX(tickets_by_month.on_month_now) AS on_year_before
    FROM tickets_by_month
    JOIN periods_2 AS periods ON tickets_by_month.month >= periods.rows_from AND tickets_by_month.month < periods.rows_to
    GROUP BY periods.period
  )
SELECT
  facts.month,
  COALESCE(MAX(facts.on_month_now), 0) - COALESCE(MAX(facts.on_month_before), 0) AS on_month,
  CAST(COALESCE(MAX(facts.on_month_now), 0) - COALESCE(MAX(facts.on_year_before), 0) AS FLOAT) / NULLIF(COALESCE(MAX(facts.on_year_before), 0), 0) AS on_year,
  COALESCE(MAX(facts.on_month_now), 0) AS tickets
FROM (
  SELECT
    month,
    on_month_now,
    CAST(NULL AS BIGINT) AS on_month_before,
    CAST(NULL AS BIGINT) AS on_year_before
  FROM tickets_totals
  UNION ALL
  SELECT
    month,
    CAST(NULL AS BIGINT) AS on_month_now,
    on_month_before,
    CAST(NULL AS BIGINT) AS on_year_before
  FROM tickets_totals_2
  UNION ALL
  SELECT
    month,
    CAST(NULL AS BIGINT) AS on_month_now,
    CAST(NULL AS BIGINT) AS on_month_before,
    on_year_before
  FROM tickets_totals_3
) AS facts
GROUP BY facts.month
ORDER BY CASE WHEN facts.month IS NULL THEN 1 ELSE 0 END, facts.month
