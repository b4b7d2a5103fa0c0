SELECT
  id,
  GLOB('Seoul*', word) AS starts,
  NOT GLOB('*o*', word) AS lacks,
  LOWER(word) LIKE 'seoul%' AS either
FROM sales
WHERE word IS NOT NULL
ORDER BY id NULLS LAST
