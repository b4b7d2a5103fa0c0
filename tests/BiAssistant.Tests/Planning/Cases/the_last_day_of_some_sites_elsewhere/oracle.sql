-- calls
WITH
  -- rows numbered from the moment that counts
  SNAPSHOTS AS (
    SELECT
      CALLS.CALLED_ON,
      CALLS.SITE_ID,
      RANK() OVER (PARTITION BY TRUNC(CALLS.CALLED_ON, 'Q') ORDER BY CALLS.CALLED_ON DESC NULLS LAST) AS MOMENT
    FROM CALLS
    WHERE CALLS.CALLED_ON >= :p1
      AND CALLS.CALLED_ON < :p2
  )
SELECT
  TRUNC(SNAPSHOTS.CALLED_ON, 'Q') AS QUARTER,
  SNAPSHOTS.SITE_ID AS CALLS_SITE_ID,
  COUNT(*) AS CALLS_OF_THE_LAST_DAY_ROWS
FROM SNAPSHOTS
WHERE SNAPSHOTS.MOMENT = 1
GROUP BY TRUNC(SNAPSHOTS.CALLED_ON, 'Q'), SNAPSHOTS.SITE_ID

-- sites
SELECT SITES.SITE_ID AS SITES_SITE_ID_KEY
FROM SITES
WHERE SITES.REGION = 'North'
GROUP BY SITES.SITE_ID

-- ratings
SELECT
  RATINGS.TICKET_ID AS RATINGS_TICKET_ID,
  SUM(RATINGS.STARS) AS STARS_LEFT
FROM RATINGS
GROUP BY RATINGS.TICKET_ID

-- tickets
SELECT
  TICKETS.TICKET_ID AS TICKETS_TICKET_ID_KEY,
  TRUNC(TICKETS.OPENED_ON, 'Q') AS QUARTER,
  TICKETS.OPENED_ON AS TICKETS_OPENED_ON
FROM TICKETS
WHERE TICKETS.OPENED_ON >= :p1
  AND TICKETS.OPENED_ON < :p2
GROUP BY TICKETS.TICKET_ID, TRUNC(TICKETS.OPENED_ON, 'Q'), TICKETS.OPENED_ON

-- merge
WITH
  -- calls totals, one row a group
  calls_totals AS (
    SELECT
      calls.quarter,
      COALESCE(SUM(calls.calls_of_the_last_day_rows), 0) AS calls_of_the_last_day_rows
    FROM calls
    JOIN sites ON calls.calls_site_id = sites.sites_site_id_key
    GROUP BY calls.quarter
  ),
  -- rows numbered from the moment that counts
  snapshots AS (
    SELECT
      ratings.ratings_ticket_id,
      ratings.stars_left,
      tickets.tickets_ticket_id_key,
      tickets.quarter,
      tickets.tickets_opened_on,
      RANK() OVER (PARTITION BY tickets.quarter ORDER BY tickets.tickets_opened_on DESC) AS moment
    FROM ratings
    JOIN tickets ON ratings.ratings_ticket_id = tickets.tickets_ticket_id_key
  ),
  -- totals, one row a group
  totals AS (
    SELECT
      snapshots.quarter,
      SUM(snapshots.stars_left) AS stars_left
    FROM snapshots
    WHERE snapshots.moment = 1
    GROUP BY snapshots.quarter
  )
SELECT
  facts.quarter,
  NULLIF(MAX(facts.calls_of_the_last_day_rows), 0) AS calls_of_the_last_day,
  MAX(facts.stars_left) AS stars_left
FROM (
  SELECT
    quarter,
    calls_of_the_last_day_rows,
    NULL AS stars_left
  FROM calls_totals
  UNION ALL
  SELECT
    quarter,
    NULL AS calls_of_the_last_day_rows,
    stars_left
  FROM totals
) AS facts
GROUP BY facts.quarter
ORDER BY facts.quarter
