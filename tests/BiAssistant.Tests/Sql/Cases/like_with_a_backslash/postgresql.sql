SELECT id
FROM sales
WHERE word LIKE '50\% off' ESCAPE '' OR word LIKE '%\' ESCAPE '' OR word || '\' LIKE 'a_b\' ESCAPE ''
ORDER BY id
