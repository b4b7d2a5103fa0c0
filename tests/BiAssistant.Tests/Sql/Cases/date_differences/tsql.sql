SELECT
  id,
  DATEDIFF(DAY, d, later) AS days,
  DATEDIFF(DAY, '0001-01-01', later) / 7 - DATEDIFF(DAY, '0001-01-01', d) / 7 AS weeks,
  DATEDIFF(MONTH, d, later) AS months,
  DATEDIFF(QUARTER, d, later) AS quarters,
  DATEDIFF(YEAR, d, later) AS years
FROM days
WHERE id < 7
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
