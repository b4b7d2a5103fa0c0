SELECT
  id,
  CAST(t AS DATE) AS day,
  CAST(d AS DATETIME(6)) AS midnight,
  CAST(d AS CHAR) AS day_text,
  SUBSTRING(CAST(word AS CHAR), 1, 3) AS cut
FROM days
JOIN sales USING (id)
WHERE id IN (2, 3)
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
