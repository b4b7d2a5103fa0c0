SELECT
  id,
  DATE(t) AS day,
  DATETIME(d) AS midnight,
  CAST(d AS TEXT) AS day_text,
  SUBSTR(CAST(word AS TEXT), 1, 3) AS cut
FROM days
JOIN sales USING (id)
WHERE id IN (2, 3)
ORDER BY id NULLS LAST
