-- ratings
SELECT
  ratings.ticket_id AS ratings_ticket_id,
  SUM(ratings.stars) AS stars_running
FROM ratings
GROUP BY ratings.ticket_id

-- tickets
SELECT
  tickets.ticket_id AS tickets_ticket_id_key,
  tickets.opened_on AS tickets_opened_on
FROM tickets
WHERE CAST(tickets.opened_on AS DATE) < @p1
GROUP BY tickets.ticket_id, tickets.opened_on

-- ratings_2
SELECT
  ratings.ticket_id AS ratings_ticket_id,
  SUM(ratings.stars) AS stars_change_now
FROM ratings
GROUP BY ratings.ticket_id

-- ratings_2_tickets
SELECT
  tickets.ticket_id AS tickets_ticket_id_key,
  DATE_TRUNC(CAST(tickets.opened_on AS DATE), MONTH) AS month
FROM tickets
WHERE CAST(tickets.opened_on AS DATE) >= @p1
  AND CAST(tickets.opened_on AS DATE) < @p2
GROUP BY tickets.ticket_id, DATE_TRUNC(CAST(tickets.opened_on AS DATE), MONTH)

-- ratings_3
SELECT
  ratings.ticket_id AS ratings_ticket_id,
  SUM(ratings.stars) AS stars_change_before
FROM ratings
GROUP BY ratings.ticket_id

-- ratings_3_tickets
SELECT
  tickets.ticket_id AS tickets_ticket_id_key,
  tickets.opened_on AS tickets_opened_on
FROM tickets
WHERE CAST(tickets.opened_on AS DATE) >= @p1
  AND CAST(tickets.opened_on AS DATE) < @p2
GROUP BY tickets.ticket_id, tickets.opened_on

-- merge
WITH
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2024-01-01' AS period,
      DATE '2024-02-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2024-02-01',
      DATE '2024-03-01'
    UNION ALL
    SELECT
      DATE '2024-03-01',
      DATE '2024-04-01'
    UNION ALL
    SELECT
      DATE '2024-04-01',
      DATE '2024-05-01'
  ),
  -- totals, one row a group
  totals AS (
    SELECT
      periods.period AS month,
      SUM(ratings.stars_running) AS stars_running
    FROM ratings
    JOIN tickets ON ratings.ratings_ticket_id = tickets.tickets_ticket_id_key
    JOIN periods ON tickets.tickets_opened_on < periods.rows_to
    GROUP BY periods.period
  ),
  -- ratings 2 totals, one row a group
  ratings_2_totals AS (
    SELECT
      ratings_2_tickets.month,
      SUM(ratings_2.stars_change_now) AS stars_change_now
    FROM ratings_2
    JOIN ratings_2_tickets ON ratings_2.ratings_ticket_id = ratings_2_tickets.tickets_ticket_id_key
    GROUP BY ratings_2_tickets.month
  ),
  -- each period and the rows that it looks at
  periods_2 AS (
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
  ),
  -- totals, one row a group
  totals_2 AS (
    SELECT
      periods.period AS month,
      SUM(ratings_3.stars_change_before) AS stars_change_before
    FROM ratings_3
    JOIN ratings_3_tickets ON ratings_3.ratings_ticket_id = ratings_3_tickets.tickets_ticket_id_key
    JOIN periods_2 AS periods
      ON ratings_3_tickets.tickets_opened_on >= periods.rows_from
        AND ratings_3_tickets.tickets_opened_on < periods.rows_to
    GROUP BY periods.period
  )
SELECT
  facts.month,
  MAX(facts.stars_running) AS stars_running,
  COALESCE(MAX(facts.stars_change_now), 0) - COALESCE(MAX(facts.stars_change_before), 0) AS stars_change
FROM (
  SELECT
    month,
    stars_running,
    NULL AS stars_change_now,
    NULL AS stars_change_before
  FROM totals
  UNION ALL
  SELECT
    month,
    NULL AS stars_running,
    stars_change_now,
    NULL AS stars_change_before
  FROM ratings_2_totals
  UNION ALL
  SELECT
    month,
    NULL AS stars_running,
    NULL AS stars_change_now,
    stars_change_before
  FROM totals_2
) AS facts
GROUP BY facts.month
ORDER BY facts.month
