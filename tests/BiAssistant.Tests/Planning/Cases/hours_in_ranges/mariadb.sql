-- tickets
SELECT
  CASE
    WHEN tickets.hours < 1 THEN 0
    WHEN tickets.hours < 3 THEN 1
    WHEN tickets.hours IS NOT NULL THEN 2
  END AS tickets_hours_range,
  FLOOR(tickets.hours * 1.000000000 / 2) * 2 AS tickets_hours_range_2,
  COUNT(*) AS tickets
FROM tickets
GROUP BY
  CASE
    WHEN tickets.hours < 1 THEN 0
    WHEN tickets.hours < 3 THEN 1
    WHEN tickets.hours IS NOT NULL THEN 2
  END,
  FLOOR(tickets.hours * 1.000000000 / 2) * 2
ORDER BY
  COUNT(*) DESC,
  CASE
    WHEN CASE
      WHEN tickets.hours < 1 THEN 0
      WHEN tickets.hours < 3 THEN 1
      WHEN tickets.hours IS NOT NULL THEN 2
    END IS NULL THEN 1
    ELSE 0
  END,
  CASE
    WHEN tickets.hours < 1 THEN 0
    WHEN tickets.hours < 3 THEN 1
    WHEN tickets.hours IS NOT NULL THEN 2
  END,
  CASE WHEN FLOOR(tickets.hours * 1.000000000 / 2) * 2 IS NULL THEN 1 ELSE 0 END,
  FLOOR(tickets.hours * 1.000000000 / 2) * 2
