-- tickets
WITH
  -- tickets by day, each row read once
  tickets_by_day AS (
    SELECT
      sites.region,
      tickets.opened_on AS day,
      COUNT_BIG(*) AS tickets_value
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY sites.region, tickets.opened_on
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      DATEFROMPARTS(YEAR(tickets_by_day.day), MONTH(tickets_by_day.day), 1) AS month,
      tickets_by_day.region,
      SUM(CAST(0 AS BIGINT) + tickets_by_day.tickets_value) AS tickets_value
    FROM tickets_by_day
    WHERE tickets_by_day.day >= @p3
    GROUP BY
      DATEFROMPARTS(YEAR(tickets_by_day.day), MONTH(tickets_by_day.day), 1),
      tickets_by_day.region
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      CAST('2024-01-01' AS DATE) AS period,
      CAST('2023-12-01' AS DATE) AS rows_from,
      CAST('2024-01-01' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2024-02-01' AS DATE),
      CAST('2024-01-01' AS DATE),
      CAST('2024-02-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-03-01' AS DATE),
      CAST('2024-02-01' AS DATE),
      CAST('2024-02-16' AS DATE)
  ),
  -- tickets totals, one row a group
  tickets_totals_2 AS (
    SELECT
      periods.period AS month,
      tickets_by_day.region,
      SUM(CAST(0 AS BIGINT) + tickets_by_day.tickets_value) AS tickets_before_value
    FROM tickets_by_day
    JOIN periods ON tickets_by_day.day >= periods.rows_from AND tickets_by_day.day < periods.rows_to
    GROUP BY periods.period, tickets_by_day.region
  )
SELECT
  facts.month,
  facts.region,
  COALESCE(MAX(facts.tickets_value), 0) AS tickets,
  COALESCE(MAX(facts.tickets_before_value), 0) AS tickets_before,
  COALESCE(MAX(facts.tickets_value), 0) - COALESCE(MAX(facts.tickets_before_value), 0) AS tickets_change
FROM (
  SELECT
    month,
    region,
    tickets_value,
    NULL AS tickets_before_value
  FROM tickets_totals
  UNION ALL
  SELECT
    month,
    region,
    NULL AS tickets_value,
    tickets_before_value
  FROM tickets_totals_2
) AS facts
GROUP BY facts.month, facts.region
ORDER BY
  CASE WHEN facts.month IS NULL THEN 1 ELSE 0 END,
  facts.month,
  CASE WHEN facts.region IS NULL THEN 1 ELSE 0 END,
  facts.region
