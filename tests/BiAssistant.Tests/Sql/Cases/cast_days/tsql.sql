SELECT
  days.id,
  CAST(t AS DATE) AS day,
  CAST(d AS DATETIME2(6)) AS midnight,
  CAST(d AS NVARCHAR(MAX)) AS day_text,
  SUBSTRING(CAST(word AS NVARCHAR(MAX)), 1, 3) AS cut
FROM days
JOIN sales ON days.id = sales.id
WHERE days.id IN (2, 3)
ORDER BY CASE WHEN days.id IS NULL THEN 1 ELSE 0 END, days.id
