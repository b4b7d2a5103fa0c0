SELECT
  q.quarter,
  COUNT(*) FILTER (WHERE t.opened_on >= q.quarter),
  CAST(COUNT(*) FILTER (WHERE t.opened_on >= q.quarter) - COUNT(*) FILTER (WHERE t.opened_on < q.quarter) AS DOUBLE) / NULLIF(COUNT(*) FILTER (WHERE t.opened_on < q.quarter), 0)
FROM (VALUES (DATE '2024-01-01'), (DATE '2024-04-01'), (DATE '2024-07-01'), (DATE '2024-10-01')) q(quarter)
JOIN tickets t ON t.opened_on >= q.quarter - INTERVAL 3 MONTH AND t.opened_on < q.quarter + INTERVAL 3 MONTH
GROUP BY q.quarter
