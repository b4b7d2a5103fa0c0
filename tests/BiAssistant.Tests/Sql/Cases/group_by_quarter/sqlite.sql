SELECT
  DATE(d, 'start of month', '-' || ((CAST(STRFTIME('%m', d) AS INTEGER) - 1) % 3) || ' months') AS quarter,
  COUNT(*) AS n
FROM days
WHERE d IS NOT NULL
GROUP BY
  DATE(d, 'start of month', '-' || ((CAST(STRFTIME('%m', d) AS INTEGER) - 1) % 3) || ' months')
ORDER BY quarter NULLS LAST
