-- tickets
WITH
  -- tickets by month, each row read once
  tickets_by_month AS (
    SELECT
      DATE_TRUNC(CAST(tickets.opened_on AS DATE), MONTH) AS month,
      COUNT(*) AS tickets_value
    FROM tickets
    WHERE CAST(tickets.opened_on AS DATE) >= @p1
      AND CAST(tickets.opened_on AS DATE) < @p2
    GROUP BY DATE_TRUNC(CAST(tickets.opened_on AS DATE), MONTH)
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets_by_month.month,
      tickets_by_month.tickets_value
    FROM tickets_by_month
    WHERE CAST(tickets_by_month.month AS DATE) >= @p3
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2024-02-01' AS period,
      DATE '2024-01-01' AS rows_from,
      DATE '2024-02-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2024-03-01',
      DATE '2024-02-01',
      DATE '2024-03-01'
    UNION ALL
    SELECT
      DATE '2024-04-01',
      DATE '2024-03-01',
      DATE '2024-04-01'
  ),
  -- tickets totals, one row a group
  tickets_totals_2 AS (
    SELECT
      periods.period AS month,
      MAX(tickets_by_month.tickets_value) AS tickets_before_value
    FROM tickets_by_month
    JOIN periods ON tickets_by_month.month >= periods.rows_from AND tickets_by_month.month < periods.rows_to
    GROUP BY periods.period
  )
SELECT
  facts.month,
  COALESCE(MAX(facts.tickets_value), 0) AS tickets,
  COALESCE(MAX(facts.tickets_before_value), 0) AS tickets_before,
  COALESCE(MAX(facts.tickets_value), 0) - COALESCE(MAX(facts.tickets_before_value), 0) AS tickets_change
FROM (
  SELECT
    month,
    tickets_value,
    NULL AS tickets_before_value
  FROM tickets_totals
  UNION ALL
  SELECT
    month,
    NULL AS tickets_value,
    tickets_before_value
  FROM tickets_totals_2
) AS facts
GROUP BY facts.month
ORDER BY facts.month NULLS LAST
