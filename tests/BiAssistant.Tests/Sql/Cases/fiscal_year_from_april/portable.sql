SELECT id, CAST(DATE_TRUNC('year', d - INTERVAL '3 months') + INTERVAL '3 months' AS DATE) AS fiscal_year
FROM days
ORDER BY id
