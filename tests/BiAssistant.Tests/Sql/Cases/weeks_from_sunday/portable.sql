SELECT id, CAST(DATE_TRUNC('week', d + INTERVAL '1 day') - INTERVAL '1 day' AS DATE) AS week
FROM days
WHERE id < 6
ORDER BY id
