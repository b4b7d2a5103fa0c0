-- pattern: N*
SELECT id
FROM sales
WHERE GLOB($pattern, region)
ORDER BY id NULLS LAST
