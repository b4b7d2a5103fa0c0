-- tickets
WITH
  -- tickets by month, each row read once
  tickets_by_month AS (
    SELECT
      DATE(tickets.opened_on, 'start of month') AS month,
      COUNT(*) AS on_month_now
    FROM tickets
    WHERE tickets.opened_on >= $p1 AND tickets.opened_on < $p2 OR tickets.opened_on >= $p3 AND tickets.opened_on < $p4 OR tickets.opened_on >= $p5 AND tickets.opened_on < $p6
    GROUP BY DATE(tickets.opened_on, 'start of month')
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets_by_month.month,
      tickets_by_month.on_month_now
    FROM tickets_by_month
    WHERE tickets_by_month.month >= $p1
      AND tickets_by_month.month < $p2
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      '2024-12-01' AS period,
      '2024-11-01' AS rows_from,
      '2024-12-01' AS rows_to
    UNION ALL
    SELECT
      '2025-01-01',
      '2024-12-01',
      '2025-01-01'
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
      '2024-12-01' AS period,
      '2023-12-01' AS rows_from,
      '2024-01-01' AS rows_to
    UNION ALL
    SELECT
      '2025-01-01',
      '2024-01-01',
      '2024-02-01'
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
  CAST(COALESCE(MAX(facts.on_month_now), 0) - COALESCE(MAX(facts.on_year_before), 0) AS REAL) / NULLIF(COALESCE(MAX(facts.on_year_before), 0), 0) AS on_year,
  COALESCE(MAX(facts.on_month_now), 0) AS tickets
FROM (
  SELECT
    month,
    on_month_now,
    NULL AS on_month_before,
    NULL AS on_year_before
  FROM tickets_totals
  UNION ALL
  SELECT
    month,
    NULL AS on_month_now,
    on_month_before,
    NULL AS on_year_before
  FROM tickets_totals_2
  UNION ALL
  SELECT
    month,
    NULL AS on_month_now,
    NULL AS on_month_before,
    on_year_before
  FROM tickets_totals_3
) AS facts
GROUP BY facts.month
ORDER BY facts.month NULLS LAST
