SELECT
  id,
  units > 3 AS many,
  NOT amount > 5 AS small,
  CASE WHEN TRUE THEN FALSE END AS never
FROM sales
WHERE id IN (1, 4, 5)
ORDER BY id NULLS LAST
