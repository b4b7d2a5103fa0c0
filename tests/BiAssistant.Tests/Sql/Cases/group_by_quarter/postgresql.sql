SELECT
  CAST(DATE_TRUNC('quarter', d) AS DATE) AS quarter,
  COUNT(*) AS n
FROM days
WHERE d IS NOT NULL
GROUP BY CAST(DATE_TRUNC('quarter', d) AS DATE)
ORDER BY quarter
