-- ratings
SELECT
  RATINGS.TICKET_ID AS RATINGS_TICKET_ID,
  SUM(RATINGS.STARS) AS STARS_RUNNING
FROM RATINGS
GROUP BY RATINGS.TICKET_ID

-- tickets
SELECT
  TICKETS.TICKET_ID AS TICKETS_TICKET_ID_KEY,
  TICKETS.OPENED_ON AS TICKETS_OPENED_ON
FROM TICKETS
WHERE TICKETS.OPENED_ON < :p1
GROUP BY TICKETS.TICKET_ID, TICKETS.OPENED_ON

-- ratings_2
SELECT
  RATINGS.TICKET_ID AS RATINGS_TICKET_ID,
  SUM(RATINGS.STARS) AS STARS_CHANGE_NOW
FROM RATINGS
GROUP BY RATINGS.TICKET_ID

-- ratings_2_tickets
SELECT
  TICKETS.TICKET_ID AS TICKETS_TICKET_ID_KEY,
  TRUNC(TICKETS.OPENED_ON, 'MM') AS MONTH
FROM TICKETS
WHERE TICKETS.OPENED_ON >= :p1
  AND TICKETS.OPENED_ON < :p2
GROUP BY TICKETS.TICKET_ID, TRUNC(TICKETS.OPENED_ON, 'MM')

-- ratings_3
SELECT
  RATINGS.TICKET_ID AS RATINGS_TICKET_ID,
  SUM(RATINGS.STARS) AS STARS_CHANGE_BEFORE
FROM RATINGS
GROUP BY RATINGS.TICKET_ID

-- ratings_3_tickets
SELECT
  TICKETS.TICKET_ID AS TICKETS_TICKET_ID_KEY,
  TICKETS.OPENED_ON AS TICKETS_OPENED_ON
FROM TICKETS
WHERE TICKETS.OPENED_ON >= :p1
  AND TICKETS.OPENED_ON < :p2
GROUP BY TICKETS.TICKET_ID, TICKETS.OPENED_ON

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
