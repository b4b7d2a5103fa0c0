-- tickets
WITH
  -- one row a group
  totals AS (
    SELECT
      sites.region,
      COUNT(DISTINCT tickets.status) AS count_distinct_status
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region
  ),
  -- all groups together
  wholes AS (
    SELECT
      COUNT(DISTINCT tickets.status) AS overall_count_distinct_status,
      AVG(tickets.hours) AS overall_avg_hours
    FROM tickets
  )
SELECT
  totals.region,
  COALESCE(totals.count_distinct_status, 0) AS count_distinct_status,
  COALESCE(wholes.overall_count_distinct_status, 0) AS overall_count_distinct_status,
  wholes.overall_avg_hours
FROM totals
CROSS JOIN wholes
ORDER BY count_distinct_status DESC, totals.region NULLS LAST
