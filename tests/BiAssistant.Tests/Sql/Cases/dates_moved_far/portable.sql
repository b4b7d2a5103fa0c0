SELECT id, CAST(d + INTERVAL '400 days' AS DATE) AS far, CAST(t - INTERVAL '150 hours' AS DATE) AS hours_back, CAST(d + INTERVAL '130 months' AS DATE) AS months_on
FROM days
WHERE id IN (1, 3)
ORDER BY id
