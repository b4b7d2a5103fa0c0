SELECT
  id,
  CAST(d + INTERVAL '1' MONTH AS DATE) AS month_on,
  CAST(d - INTERVAL '1' YEAR AS DATE) AS year_back,
  CAST(d + INTERVAL '14' DAY AS DATE) AS fortnight_on,
  t + INTERVAL '90' MINUTE AS later_on
FROM days
WHERE id < 4
ORDER BY id
