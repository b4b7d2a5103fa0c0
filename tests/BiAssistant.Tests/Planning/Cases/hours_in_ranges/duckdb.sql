-- tickets
SELECT
  CASE
    WHEN tickets.hours < 1 THEN 0
    WHEN tickets.hours < 3 THEN 1
    WHEN tickets.hours IS NOT NULL THEN 2
  END AS tickets_hours_range,
  FLOOR(tickets.hours / 2) * 2 AS tickets_hours_range_2,
  COUNT(*) AS tickets
FROM tickets
GROUP BY
  CASE
    WHEN tickets.hours < 1 THEN 0
    WHEN tickets.hours < 3 THEN 1
    WHEN tickets.hours IS NOT NULL THEN 2
  END,
  FLOOR(tickets.hours / 2) * 2
ORDER BY tickets DESC, tickets_hours_range, tickets_hours_range_2
