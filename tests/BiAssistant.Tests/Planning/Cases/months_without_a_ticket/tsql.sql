-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1) AS month,
      COUNT_BIG(*) AS tickets_value
    FROM tickets
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1)
  ),
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1) AS month,
      SUM(CAST(0 AS BIGINT) + parts.amount_cents) AS parts_cost_value_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1)
  ),
  -- every period of the answer, whether rows fall into it or not
  periods AS (
    SELECT CAST('2024-01-01' AS DATE) AS period
    UNION ALL
    SELECT CAST('2024-02-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-03-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-04-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-05-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-06-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-07-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-08-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-09-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-10-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-11-01' AS DATE)
    UNION ALL
    SELECT CAST('2024-12-01' AS DATE)
  )
SELECT
  facts.month,
  COALESCE(MAX(facts.tickets_value), 0) AS tickets,
  COALESCE(MAX(facts.parts_cost_value_stored) * 0.01, 0) AS parts_cost,
  CAST(MAX(facts.parts_cost_value_stored) * 0.01 AS FLOAT) / NULLIF(COALESCE(MAX(facts.tickets_value), 0), 0) AS cost_per_ticket
FROM (
  SELECT
    month,
    tickets_value,
    CAST(NULL AS BIGINT) AS parts_cost_value_stored
  FROM tickets_totals
  UNION ALL
  SELECT
    month,
    CAST(NULL AS BIGINT) AS tickets_value,
    parts_cost_value_stored
  FROM parts_totals
  UNION ALL
  SELECT
    periods.period AS month,
    CAST(NULL AS BIGINT) AS tickets_value,
    CAST(NULL AS BIGINT) AS parts_cost_value_stored
  FROM periods
) AS facts
GROUP BY facts.month
HAVING COALESCE(MAX(facts.tickets_value), 0) <= @p3
ORDER BY CASE WHEN facts.month IS NULL THEN 1 ELSE 0 END, facts.month
