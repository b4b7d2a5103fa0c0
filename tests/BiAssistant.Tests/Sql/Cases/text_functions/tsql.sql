SELECT
  UPPER(region) AS upper_case,
  LOWER(region) AS lower_case,
  LEN(CAST(word AS NVARCHAR(MAX)) + 'x') - 1 AS characters,
  SUBSTRING(word, 2, 3) AS inner_part,
  REPLACE(word, 'o', '0') AS replaced,
  CHARINDEX('o', word) AS place,
  LEFT(word, 2) AS head,
  RIGHT(word, 2) AS tail,
  CAST(region AS NVARCHAR(MAX)) + '-' + CAST(word AS NVARCHAR(MAX)) AS joined
FROM sales
WHERE id IN (1, 3, 5)
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
