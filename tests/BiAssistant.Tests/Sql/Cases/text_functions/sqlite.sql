SELECT
  UPPER(region) AS upper_case,
  LOWER(region) AS lower_case,
  LENGTH(word) AS characters,
  SUBSTR(word, 2, 3) AS inner_part,
  REPLACE(word, 'o', '0') AS replaced,
  INSTR(word, 'o') AS place,
  SUBSTR(word, 1, 2) AS head,
  SUBSTR(word, -2) AS tail,
  region || '-' || word AS joined
FROM sales
WHERE id IN (1, 3, 5)
ORDER BY id NULLS LAST
