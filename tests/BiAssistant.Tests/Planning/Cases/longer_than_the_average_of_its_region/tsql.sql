-- tickets
WITH
  -- what rows are compared with
  avg_hours_found AS (
    SELECT
      sites.region,
      AVG(CAST(tickets.hours AS FLOAT)) AS avg_hours
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY sites.region
  )
SELECT
  sites.region,
  COUNT_BIG(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
LEFT JOIN avg_hours_found
  ON sites.region = avg_hours_found.region AND sites.region IS NOT NULL AND avg_hours_found.region IS NOT NULL OR sites.region IS NULL AND avg_hours_found.region IS NULL
WHERE tickets.opened_on >= @p1
  AND tickets.opened_on < @p2
  AND tickets.hours > avg_hours_found.avg_hours
GROUP BY sites.region
ORDER BY COUNT_BIG(*) DESC, CASE WHEN sites.region IS NULL THEN 1 ELSE 0 END, sites.region
