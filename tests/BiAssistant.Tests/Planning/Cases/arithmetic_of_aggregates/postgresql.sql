-- tickets
SELECT
  tickets.status,
  SUM(tickets.hours) + MIN(tickets.hours) AS sum_hours_plus_min_hours,
  COUNT(tickets.hours) * 2 AS count_hours_times_constant,
  MAX(tickets.hours) - VAR_SAMP(tickets.hours) AS max_hours_minus_variance_hours
FROM tickets
GROUP BY tickets.status
ORDER BY sum_hours_plus_min_hours DESC NULLS LAST, tickets.status
