-- tickets
WITH
  -- what rows are compared with
  avg_hours_found AS (
    SELECT
      sites.region,
      AVG(tickets.hours * 1.000000000) AS avg_hours
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY sites.region
  )
SELECT
  sites.region,
  COUNT(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
LEFT JOIN avg_hours_found ON sites.region <=> avg_hours_found.region
WHERE tickets.opened_on >= @p1
  AND tickets.opened_on < @p2
  AND tickets.hours > avg_hours_found.avg_hours
GROUP BY sites.region
ORDER BY COUNT(*) DESC, CASE WHEN sites.region IS NULL THEN 1 ELSE 0 END, sites.region
