SELECT
  id,
  CAST(t AS DATE) AS day,
  CAST(d AS DATETIME) AS midnight,
  CAST(d AS STRING) AS day_text,
  SUBSTR(CAST(word AS STRING), 1, 3) AS cut
FROM days
JOIN sales USING (id)
WHERE id IN (2, 3)
ORDER BY id NULLS LAST
