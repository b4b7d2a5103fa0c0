SELECT
  CONCAT('[', TRIM(word), ']') AS both_ends,
  CONCAT('[', LTRIM(word), ']') AS front,
  CONCAT('[', RTRIM(word), ']') AS back,
  REGEXP_REPLACE(region, '(?-i)\\A[Sh]+|[Sh]+\\z', '') AS without_letters,
  CHAR_LENGTH(word) AS characters
FROM sales
WHERE id = 4
