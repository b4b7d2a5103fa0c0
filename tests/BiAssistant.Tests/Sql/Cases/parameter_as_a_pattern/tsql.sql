-- pattern: N%
SELECT id
FROM sales
WHERE region LIKE @pattern
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
