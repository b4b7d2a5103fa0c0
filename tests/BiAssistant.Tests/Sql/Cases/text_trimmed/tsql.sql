SELECT
  '[' + TRIM(word) + ']' AS both_ends,
  '[' + LTRIM(word) + ']' AS front,
  '[' + RTRIM(word) + ']' AS back,
  TRIM('Sh' FROM region) AS without_letters,
  LEN(CAST(word AS NVARCHAR(MAX)) + 'x') - 1 AS characters
FROM sales
WHERE id = 4
