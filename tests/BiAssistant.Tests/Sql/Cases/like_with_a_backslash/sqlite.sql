SELECT id
FROM sales
WHERE GLOB('50\* off', word) OR word LIKE '%\' OR GLOB('a?b\', word || '\')
ORDER BY id NULLS LAST
