-- tickets
SELECT COUNT_BIG(*) AS tickets
FROM tickets
