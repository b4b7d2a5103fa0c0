SELECT id AS [a "b" c]
FROM sales
WHERE id = 1
