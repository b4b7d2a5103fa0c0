SELECT
  UPPER(region) AS upper_case,
  LOWER(region) AS lower_case,
  LENGTH(word) AS characters,
  SUBSTR(word, 2, 3) AS inner_part,
  REPLACE(word, 'o', '0') AS replaced,
  STRPOS(word, 'o') AS place,
  LEFT(word, 2) AS head,
  RIGHT(word, 2) AS tail,
  region || '-' || word AS joined
FROM sales
WHERE id IN (1, 3, 5)
ORDER BY id NULLS LAST
