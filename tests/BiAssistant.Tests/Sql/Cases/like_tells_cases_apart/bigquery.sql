SELECT
  id,
  word LIKE 'Seoul%' AS starts,
  word NOT LIKE '%o%' AS lacks,
  LOWER(word) LIKE 'seoul%' AS either
FROM sales
WHERE word IS NOT NULL
ORDER BY id NULLS LAST
