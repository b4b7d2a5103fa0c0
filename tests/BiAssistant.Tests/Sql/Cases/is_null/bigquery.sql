SELECT
  id,
  amount IS NULL AS lacks,
  region IS NOT NULL AS placed
FROM sales
WHERE amount IS NULL OR region IS NULL
ORDER BY id NULLS LAST
