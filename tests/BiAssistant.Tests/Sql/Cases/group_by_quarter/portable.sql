SELECT DATE_TRUNC('quarter', d) AS quarter, COUNT(*) AS n
FROM days
WHERE d IS NOT NULL
GROUP BY DATE_TRUNC('quarter', d)
ORDER BY quarter
