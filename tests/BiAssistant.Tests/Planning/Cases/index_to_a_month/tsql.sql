-- parts
WITH
  -- parts by month, each row read once
  parts_by_month AS (
    SELECT
      DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1) AS month,
      SUM(CAST(0 AS BIGINT) + parts.amount_cents) AS cost_of_january_value_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY DATEFROMPARTS(YEAR(tickets.opened_on), MONTH(tickets.opened_on), 1)
  ),
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      parts_by_month.month,
      parts_by_month.cost_of_january_value_stored
    FROM parts_by_month
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      CAST('2024-01-01' AS DATE) AS period,
      CAST('2024-01-01' AS DATE) AS rows_from,
      CAST('2024-02-01' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2024-02-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-03-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-04-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-05-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-06-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-07-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-08-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-09-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-10-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-11-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-12-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE)
  ),
  -- parts totals, one row a group
  parts_totals_2 AS (
    SELECT
      periods.period AS month,
      MAX(parts_by_month.cost_of_january_value_stored) AS cost_of_january_base_stored
    FROM parts_by_month
    JOIN periods ON parts_by_month.month >= periods.rows_from AND parts_by_month.month < periods.rows_to
    GROUP BY periods.period
  )
SELECT
  facts.month,
  CAST(100 * (MAX(facts.cost_of_january_value_stored) * 0.01) AS FLOAT) / NULLIF(MAX(facts.cost_of_january_base_stored) * 0.01, 0) AS cost_of_january
FROM (
  SELECT
    month,
    cost_of_january_value_stored,
    NULL AS cost_of_january_base_stored
  FROM parts_totals
  UNION ALL
  SELECT
    month,
    NULL AS cost_of_january_value_stored,
    cost_of_january_base_stored
  FROM parts_totals_2
) AS facts
GROUP BY facts.month
ORDER BY CASE WHEN facts.month IS NULL THEN 1 ELSE 0 END, facts.month
