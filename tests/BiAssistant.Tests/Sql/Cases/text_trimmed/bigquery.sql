SELECT
  '[' || TRIM(word, ' ') || ']' AS both_ends,
  '[' || LTRIM(word, ' ') || ']' AS front,
  '[' || RTRIM(word, ' ') || ']' AS back,
  TRIM(region, 'Sh') AS without_letters,
  LENGTH(word) AS characters
FROM sales
WHERE id = 4
