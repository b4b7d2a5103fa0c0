SELECT
  id AS [Order],
  region AS [두 단어],
  units AS [select],
  amount AS [a [b]] `c`]
FROM sales
WHERE id = 1
