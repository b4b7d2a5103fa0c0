-- tickets
WITH
  -- tickets by month, each row read once
  tickets_by_month AS (
    SELECT
      DATE_TRUNC(CAST(tickets.opened_on AS DATE), MONTH) AS month,
      COUNT(*) AS on_month_now
    FROM tickets
    WHERE CAST(tickets.opened_on AS DATE) >= @p1 AND CAST(tickets.opened_on AS DATE) < @p2 OR CAST(tickets.opened_on AS DATE) >= @p3 AND CAST(tickets.opened_on AS DATE) < @p4 OR CAST(tickets.opened_on AS DATE) >= @p5 AND CAST(tickets.opened_on AS DATE) < @p6
    GROUP BY DATE_TRUNC(CAST(tickets.opened_on AS DATE), MONTH)
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets_by_month.month,
      tickets_by_month.on_month_now
    FROM tickets_by_month
    WHERE CAST(tickets_by_month.month AS DATE) >= @p1
      AND CAST(tickets_by_month.month AS DATE) < @p2
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2024-12-01' AS period,
      DATE '2024-11-01' AS rows_from,
      DATE '2024-12-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2025-01-01',
      DATE '2024-12-01',
      DATE '2025-01-01'
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
      DATE '2024-12-01' AS period,
      DATE '2023-12-01' AS rows_from,
      DATE '2024-01-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2025-01-01',
      DATE '2024-01-01',
      DATE '2024-02-01'
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
  (COALESCE(MAX(facts.on_month_now), 0) - COALESCE(MAX(facts.on_year_before), 0)) / NULLIF(COALESCE(MAX(facts.on_year_before), 0), 0) AS on_year,
  COALESCE(MAX(facts.on_month_now), 0) AS tickets
FROM (
  SELECT
    month,
    on_month_now,
    CAST(NULL AS INT64) AS on_month_before,
    CAST(NULL AS INT64) AS on_year_before
  FROM tickets_totals
  UNION ALL
  SELECT
    month,
    CAST(NULL AS INT64) AS on_month_now,
    on_month_before,
    CAST(NULL AS INT64) AS on_year_before
  FROM tickets_totals_2
  UNION ALL
  SELECT
    month,
    CAST(NULL AS INT64) AS on_month_now,
    CAST(NULL AS INT64) AS on_month_before,
    on_year_before
  FROM tickets_totals_3
) AS facts
GROUP BY facts.month
ORDER BY facts.month NULLS LAST
