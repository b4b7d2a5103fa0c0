SELECT id
FROM sales
WHERE word LIKE '%!%%' ESCAPE '!' OR word LIKE 'a!_b' ESCAPE '!'
ORDER BY id
