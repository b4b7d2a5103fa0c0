SELECT id
FROM sales
WHERE word LIKE '50\\% off' ESCAPE '!' OR word LIKE '%\\' ESCAPE '!' OR CONCAT(word, '\\') LIKE 'a_b\\' ESCAPE '!'
ORDER BY CASE WHEN id IS NULL THEN 1 ELSE 0 END, id
