SELECT id
FROM sales
WHERE 1
  AND (units > 3) = 1
ORDER BY id NULLS LAST
