-- calls
WITH
  -- rows numbered from the moment that counts
  snapshots AS (
    SELECT
      calls.called_on,
      calls.site_id,
      RANK() OVER (PARTITION BY CAST(DATE_TRUNC('quarter', calls.called_on) AS DATE) ORDER BY calls.called_on DESC) AS moment
    FROM calls
    WHERE calls.called_on >= $p1
      AND calls.called_on < $p2
  )
SELECT
  CAST(DATE_TRUNC('quarter', snapshots.called_on) AS DATE) AS quarter,
  snapshots.site_id AS calls_site_id,
  COUNT(*) AS calls_of_the_last_day_rows
FROM snapshots
WHERE snapshots.moment = 1
GROUP BY CAST(DATE_TRUNC('quarter', snapshots.called_on) AS DATE), snapshots.site_id

-- sites
SELECT sites.site_id AS sites_site_id_key
FROM sites
WHERE sites.region = 'North'
GROUP BY sites.site_id

-- ratings
SELECT
  ratings.ticket_id AS ratings_ticket_id,
  SUM(ratings.stars) AS stars_left
FROM ratings
GROUP BY ratings.ticket_id

-- tickets
SELECT
  tickets.ticket_id AS tickets_ticket_id_key,
  CAST(DATE_TRUNC('quarter', tickets.opened_on) AS DATE) AS quarter,
  tickets.opened_on AS tickets_opened_on
FROM tickets
WHERE tickets.opened_on >= $p1
  AND tickets.opened_on < $p2
GROUP BY
  tickets.ticket_id,
  CAST(DATE_TRUNC('quarter', tickets.opened_on) AS DATE),
  tickets.opened_on

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
