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
ORDER BY
  CASE WHEN results.site_name IS NULL THEN 1 ELSE 0 END,
  results.site_name,
  MIN(results.tickets) DESC,
  CASE WHEN results.site_id IS NULL THEN 1 ELSE 0 END,
  results.site_id
