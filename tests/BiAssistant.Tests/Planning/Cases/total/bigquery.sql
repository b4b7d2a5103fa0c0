-- tickets
SELECT COUNT(*) AS tickets
FROM tickets
