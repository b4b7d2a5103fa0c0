-- parts
WITH
  -- parts by month, each row read once
  parts_by_month AS (
    SELECT
      CAST(DATE_TRUNC('month', tickets.opened_on) AS DATE) AS month,
      SUM(parts.amount_cents) AS rolling_average_parts_cost_total_stored
    FROM parts_used AS parts
    JOIN tickets ON parts.ticket_id = tickets.ticket_id
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY CAST(DATE_TRUNC('month', tickets.opened_on) AS DATE)
  ),
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2024-01-01' AS period,
      DATE '2023-11-01' AS rows_from,
      DATE '2024-02-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2024-02-01',
      DATE '2023-12-01',
      DATE '2024-03-01'
    UNION ALL
    SELECT
      DATE '2024-03-01',
      DATE '2024-01-01',
      DATE '2024-04-01'
    UNION ALL
    SELECT
      DATE '2024-04-01',
      DATE '2024-02-01',
      DATE '2024-05-01'
    UNION ALL
    SELECT
      DATE '2024-05-01',
      DATE '2024-03-01',
      DATE '2024-06-01'
    UNION ALL
    SELECT
      DATE '2024-06-01',
      DATE '2024-04-01',
      DATE '2024-07-01'
  ),
  -- parts totals, one row a group
  parts_totals AS (
    SELECT
      periods.period AS month,
      SUM(parts_by_month.rolling_average_parts_cost_total_stored) AS rolling_average_parts_cost_total_stored
    FROM parts_by_month
    JOIN periods ON parts_by_month.month >= periods.rows_from AND parts_by_month.month < periods.rows_to
    GROUP BY periods.period
  ),
  -- each period and the rows that it looks at
  periods_2 AS (
    SELECT
      DATE '2024-01-01' AS period,
      DATE '2024-01-01' AS rows_from,
      DATE '2024-02-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2024-02-01',
      DATE '2024-02-01',
      DATE '2024-03-01'
    UNION ALL
    SELECT
      DATE '2024-03-01',
      DATE '2024-03-01',
      DATE '2024-04-01'
    UNION ALL
    SELECT
      DATE '2024-04-01',
      DATE '2024-04-01',
      DATE '2024-05-01'
    UNION ALL
    SELECT
      DATE '2024-05-01',
      DATE '2024-05-01',
      DATE '2024-06-01'
    UNION ALL
    SELECT
      DATE '2024-06-01',
      DATE '2024-06-01',
      DATE '2024-07-01'
  ),
  -- parts totals, one row a group
  parts_totals_2 AS (
    SELECT
      periods.period AS month,
      MAX(parts_by_month.rolling_average_parts_cost_total_stored) AS rolling_average_cost_per_ticket_part_1_parts_cost_stored
    FROM parts_by_month
    JOIN periods_2 AS periods ON parts_by_month.month >= periods.rows_from AND parts_by_month.month < periods.rows_to
    GROUP BY periods.period
  ),
  -- tickets by month, each row read once
  tickets_by_month AS (
    SELECT
      CAST(DATE_TRUNC('month', tickets.opened_on) AS DATE) AS month,
      COUNT(*) AS rolling_average_cost_per_ticket_part_1_tickets
    FROM tickets
    WHERE tickets.opened_on >= @p3
      AND tickets.opened_on < @p2
    GROUP BY CAST(DATE_TRUNC('month', tickets.opened_on) AS DATE)
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      periods.period AS month,
      MAX(tickets_by_month.rolling_average_cost_per_ticket_part_1_tickets) AS rolling_average_cost_per_ticket_part_1_tickets
    FROM tickets_by_month
    JOIN periods_2 AS periods ON tickets_by_month.month >= periods.rows_from AND tickets_by_month.month < periods.rows_to
    GROUP BY periods.period
  ),
  -- each period and the rows that it looks at
  periods_3 AS (
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
      DATE '2024-03-01'
    UNION ALL
    SELECT
      DATE '2024-04-01',
      DATE '2024-03-01',
      DATE '2024-04-01'
    UNION ALL
    SELECT
      DATE '2024-05-01',
      DATE '2024-04-01',
      DATE '2024-05-01'
    UNION ALL
    SELECT
      DATE '2024-06-01',
      DATE '2024-05-01',
      DATE '2024-06-01'
  ),
  -- parts totals, one row a group
  parts_totals_3 AS (
    SELECT
      periods.period AS month,
      MAX(parts_by_month.rolling_average_parts_cost_total_stored) AS rolling_average_cost_per_ticket_part_2_parts_cost_stored
    FROM parts_by_month
    JOIN periods_3 AS periods ON parts_by_month.month >= periods.rows_from AND parts_by_month.month < periods.rows_to
    GROUP BY periods.period
  ),
  -- tickets totals, one row a group
  tickets_totals_2 AS (
    SELECT
      periods.period AS month,
      MAX(tickets_by_month.rolling_average_cost_per_ticket_part_1_tickets) AS rolling_average_cost_per_ticket_part_2_tickets
    FROM tickets_by_month
    JOIN periods_3 AS periods ON tickets_by_month.month >= periods.rows_from AND tickets_by_month.month < periods.rows_to
    GROUP BY periods.period
  )
SELECT
  facts.month,
  CAST(MAX(facts.rolling_average_parts_cost_total_stored) * 0.01 AS NUMERIC) / 3 AS rolling_average_parts_cost,
  (COALESCE(CAST(MAX(facts.rolling_average_cost_per_ticket_part_1_parts_cost_stored) * 0.01 AS NUMERIC) / NULLIF(COALESCE(MAX(facts.rolling_average_cost_per_ticket_part_1_tickets), 0), 0), 0) + COALESCE(CAST(MAX(facts.rolling_average_cost_per_ticket_part_2_parts_cost_stored) * 0.01 AS NUMERIC) / NULLIF(COALESCE(MAX(facts.rolling_average_cost_per_ticket_part_2_tickets), 0), 0), 0)) / NULLIF(CASE
    WHEN CAST(MAX(facts.rolling_average_cost_per_ticket_part_1_parts_cost_stored) * 0.01 AS NUMERIC) / NULLIF(COALESCE(MAX(facts.rolling_average_cost_per_ticket_part_1_tickets), 0), 0) IS NULL THEN 0
    ELSE 1
  END + CASE
    WHEN CAST(MAX(facts.rolling_average_cost_per_ticket_part_2_parts_cost_stored) * 0.01 AS NUMERIC) / NULLIF(COALESCE(MAX(facts.rolling_average_cost_per_ticket_part_2_tickets), 0), 0) IS NULL THEN 0
    ELSE 1
  END, 0) AS rolling_average_cost_per_ticket
FROM (
  SELECT
    month,
    rolling_average_parts_cost_total_stored,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_1_parts_cost_stored,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_1_tickets,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_2_parts_cost_stored,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_2_tickets
  FROM parts_totals
  UNION ALL
  SELECT
    month,
    CAST(NULL AS BIGINT) AS rolling_average_parts_cost_total_stored,
    rolling_average_cost_per_ticket_part_1_parts_cost_stored,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_1_tickets,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_2_parts_cost_stored,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_2_tickets
  FROM parts_totals_2
  UNION ALL
  SELECT
    month,
    CAST(NULL AS BIGINT) AS rolling_average_parts_cost_total_stored,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_1_parts_cost_stored,
    rolling_average_cost_per_ticket_part_1_tickets,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_2_parts_cost_stored,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_2_tickets
  FROM tickets_totals
  UNION ALL
  SELECT
    month,
    CAST(NULL AS BIGINT) AS rolling_average_parts_cost_total_stored,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_1_parts_cost_stored,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_1_tickets,
    rolling_average_cost_per_ticket_part_2_parts_cost_stored,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_2_tickets
  FROM parts_totals_3
  UNION ALL
  SELECT
    month,
    CAST(NULL AS BIGINT) AS rolling_average_parts_cost_total_stored,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_1_parts_cost_stored,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_1_tickets,
    CAST(NULL AS BIGINT) AS rolling_average_cost_per_ticket_part_2_parts_cost_stored,
    rolling_average_cost_per_ticket_part_2_tickets
  FROM tickets_totals_2
) AS facts
GROUP BY facts.month
ORDER BY facts.month
