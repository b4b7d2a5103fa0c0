-- tickets
WITH
  -- tickets by month, each row read once
  tickets_by_month AS (
    SELECT
      DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1) AS month,
      COUNT_BIG(*) AS tickets
    FROM tickets
    WHERE tickets.opened_on >= @p1 AND tickets.opened_on < @p2 OR tickets.opened_on >= @p3 AND tickets.opened_on < @p4
    GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1)
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
      CAST('2025-01-01' AS DATE) AS period,
      CAST('2024-01-01' AS DATE) AS rows_from,
      CAST('2024-02-01' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2025-02-01' AS DATE),
      CAST('2024-02-01' AS DATE),
      CAST('2024-03-01' AS DATE)
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
ORDER BY CASE WHEN facts.month IS NULL THEN 1 ELSE 0 END, facts.month
