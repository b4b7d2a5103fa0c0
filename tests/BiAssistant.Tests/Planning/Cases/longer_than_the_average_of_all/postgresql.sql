-- tickets
WITH
  -- what rows are compared with
  median_hours_found AS (
    SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY tickets.hours) AS median_hours
    FROM tickets
  )
SELECT COUNT(*) AS tickets
FROM tickets
LEFT JOIN median_hours_found ON 1 = 1
WHERE tickets.hours >= median_hours_found.median_hours
