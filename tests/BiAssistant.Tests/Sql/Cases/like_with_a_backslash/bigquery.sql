SELECT id
FROM sales
WHERE word LIKE '50\\\\% off' OR word LIKE '%\\\\' OR word || '\\' LIKE 'a_b\\\\'
ORDER BY id NULLS LAST
