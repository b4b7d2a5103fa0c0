-- tickets
WITH
  -- one row for each result of the inner question
  results AS (
    SELECT
      sites.site_id AS site,
      COUNT(*) AS tickets
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.site_id
  ),
  -- all groups together
  wholes AS (
    SELECT AVG(results.tickets * 1.000000000) AS number_1
    FROM results
  )
SELECT wholes.number_1 AS nested_avg_tickets
FROM (
  SELECT 1 AS one
) AS one_row
CROSS JOIN wholes
