-- tickets
WITH
  -- one row for each result of the inner question
  results AS (
    SELECT
      sites.region,
      sites.name AS site_name,
      sites.site_id,
      COUNT(*) AS tickets
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region, sites.name, sites.site_id
    HAVING COUNT(*) <= @p1
  )
SELECT
  results.region,
  AVG(results.tickets * 1.000000000) AS avg_tickets,
  COUNT(*) AS rows_count,
  COUNT(DISTINCT results.site_id) AS count_distinct_site_name
FROM results
GROUP BY results.region
ORDER BY
  AVG(results.tickets * 1.000000000) DESC,
  CASE WHEN results.region IS NULL THEN 1 ELSE 0 END,
  results.region
