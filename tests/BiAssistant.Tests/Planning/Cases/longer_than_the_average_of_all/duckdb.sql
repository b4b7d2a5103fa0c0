-- tickets
WITH
  -- what rows are compared with
  median_hours_found AS (
    SELECT MEDIAN(CAST(tickets.hours AS DOUBLE)) AS median_hours
    FROM tickets
  )
SELECT COUNT(*) AS tickets
FROM tickets
LEFT JOIN median_hours_found ON 1 = 1
WHERE tickets.hours >= median_hours_found.median_hours
