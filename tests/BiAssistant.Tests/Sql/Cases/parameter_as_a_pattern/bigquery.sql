-- pattern: N%
SELECT id
FROM sales
WHERE region LIKE @pattern
ORDER BY id NULLS LAST
