-- tickets
WITH
  -- tickets by month, each row read once
  tickets_by_month AS (
    SELECT
      CAST(DATE_TRUNC('month', tickets.opened_on) AS DATE) AS month,
      COUNT(*) AS tickets
    FROM tickets
    WHERE tickets.opened_on >= @p1 AND tickets.opened_on < @p2 OR tickets.opened_on >= @p3 AND tickets.opened_on < @p4
    GROUP BY CAST(DATE_TRUNC('month', tickets.opened_on) AS DATE)
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets_by_month.month,
      tickets_by_month.tickets
    FROM tickets_by_month
    WHERE tickets_by_month.month >= @p1
      AND tickets_by_month.month < @p2
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2025-01-01' AS period,
      DATE '2024-01-01' AS rows_from,
      DATE '2024-02-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2025-02-01',
      DATE '2024-02-01',
      DATE '2024-03-01'
  ),
  -- tickets totals, one row a group
  tickets_totals_2 AS (
    SELECT
      periods.period AS month,
      MAX(tickets_by_month.tickets) AS earlier_tickets
    FROM tickets_by_month
    JOIN periods ON tickets_by_month.month >= periods.rows_from AND tickets_by_month.month < periods.rows_to
    GROUP BY periods.period
  )
SELECT
  facts.month,
  COALESCE(MAX(facts.tickets), 0) AS tickets,
  COALESCE(MAX(facts.earlier_tickets), 0) AS earlier_tickets
FROM (
  SELECT
    month,
    tickets,
    NULL AS earlier_tickets
  FROM tickets_totals
  UNION ALL
  SELECT
    month,
    NULL AS tickets,
    earlier_tickets
  FROM tickets_totals_2
) AS facts
GROUP BY facts.month
ORDER BY facts.month
