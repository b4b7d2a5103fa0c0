SELECT
  id,
  '2024-02-29' AS leap_day,
  '2024-12-31 23:59:59' AS last_second,
  1.50 AS price
FROM days
WHERE d >= '2024-01-31'
  AND t < '2024-12-30 06:07:08'
ORDER BY id NULLS LAST
