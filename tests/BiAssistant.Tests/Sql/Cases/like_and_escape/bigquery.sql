SELECT id
FROM sales
WHERE word LIKE '%\\%%' OR word LIKE 'a\\_b'
ORDER BY id NULLS LAST
