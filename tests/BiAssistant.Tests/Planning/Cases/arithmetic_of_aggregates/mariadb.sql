-- tickets
SELECT
  tickets.status,
  SUM(tickets.hours) + MIN(tickets.hours) AS sum_hours_plus_min_hours,
  COUNT(tickets.hours) * 2 AS count_hours_times_constant,
  MAX(tickets.hours) - VAR_SAMP(CAST(tickets.hours AS DOUBLE)) AS max_hours_minus_variance_hours
FROM tickets
GROUP BY tickets.status
ORDER BY
  SUM(tickets.hours) + MIN(tickets.hours) DESC,
  CASE WHEN tickets.status IS NULL THEN 1 ELSE 0 END,
  tickets.status
