SELECT id, amount / (SELECT SUM(amount) FROM sales) AS share, (SELECT MAX(d) FROM days) AS newest
FROM sales
WHERE amount > (SELECT AVG(amount) FROM sales)
ORDER BY id
