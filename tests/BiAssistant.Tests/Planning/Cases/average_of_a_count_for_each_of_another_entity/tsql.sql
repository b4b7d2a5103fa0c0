-- tickets
WITH
  -- one row for each result of the inner question
  results AS (
    SELECT
      sites.region,
      sites.name AS site_name,
      sites.site_id,
      COUNT_BIG(*) AS tickets
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region, sites.name, sites.site_id
    HAVING COUNT_BIG(*) <= @p1
  )
SELECT
  results.region,
  AVG(CAST(results.tickets AS FLOAT)) AS avg_tickets,
  COUNT_BIG(*) AS rows_count,
  COUNT_BIG(DISTINCT results.site_id) AS count_distinct_site_name
FROM results
GROUP BY results.region
ORDER BY
  AVG(CAST(results.tickets AS FLOAT)) DESC,
  CASE WHEN results.region IS NULL THEN 1 ELSE 0 END,
  results.region
