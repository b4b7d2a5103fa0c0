SELECT
  id,
  CAST(t AS DATE) AS day,
  CAST(d AS TIMESTAMP) AS midnight,
  CAST(d AS VARCHAR) AS day_text,
  SUBSTRING(CAST(word AS VARCHAR), 1, 3) AS cut
FROM days
JOIN sales USING (id)
WHERE id IN (2, 3)
ORDER BY id
