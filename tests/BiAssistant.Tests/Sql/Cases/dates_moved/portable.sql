SELECT
  id,
  CAST(d + INTERVAL '1 month' AS DATE) AS month_on,
  CAST(d - INTERVAL '1 year' AS DATE) AS year_back,
  CAST(d + INTERVAL '2 weeks' AS DATE) AS fortnight_on,
  t + INTERVAL '90 minutes' AS later_on
FROM days
WHERE id < 4
ORDER BY id
