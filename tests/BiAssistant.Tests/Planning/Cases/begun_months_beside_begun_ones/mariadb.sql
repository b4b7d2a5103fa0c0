-- tickets
WITH
  -- tickets by day, each row read once
  tickets_by_day AS (
    SELECT
      sites.region,
      tickets.opened_on AS day,
      COUNT(*) AS tickets_value
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY sites.region, tickets.opened_on
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      CAST(DATE_FORMAT(tickets_by_day.day, '%Y-%m-01') AS DATE) AS month,
      tickets_by_day.region,
      SUM(tickets_by_day.tickets_value) AS tickets_value
    FROM tickets_by_day
    WHERE tickets_by_day.day >= @p3
    GROUP BY CAST(DATE_FORMAT(tickets_by_day.day, '%Y-%m-01') AS DATE), tickets_by_day.region
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2024-01-01' AS period,
      DATE '2023-12-01' AS rows_from,
      DATE '2024-01-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2024-02-01',
      DATE '2024-01-01',
      DATE '2024-02-01'
    UNION ALL
    SELECT
      DATE '2024-03-01',
      DATE '2024-02-01',
      DATE '2024-02-16'
  ),
  -- tickets totals, one row a group
  tickets_totals_2 AS (
    SELECT
      periods.period AS month,
      tickets_by_day.region,
      SUM(tickets_by_day.tickets_value) AS tickets_before_value
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
