-- tickets
WITH
  -- one row for each result of the inner question
  results AS (
    SELECT
      sites.name AS site_name,
      sites.site_id,
      COUNT(*) AS tickets
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.name, sites.site_id
  )
SELECT
  results.site_name,
  results.site_id,
  MIN(results.tickets) AS fewest
FROM results
GROUP BY results.site_name, results.site_id
ORDER BY results.site_name NULLS LAST, fewest DESC, results.site_id NULLS LAST
