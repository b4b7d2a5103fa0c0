SELECT id
FROM sales
WHERE word LIKE '%!%%' ESCAPE '!' OR GLOB('a_b', word)
ORDER BY id NULLS LAST
