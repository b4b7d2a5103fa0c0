SELECT
  id,
  CAST(JULIANDAY(DATE(later)) - JULIANDAY(DATE(d)) AS INTEGER) AS days,
  CAST(JULIANDAY(DATE(later, '-6 days', 'weekday 1')) - JULIANDAY(DATE(d, '-6 days', 'weekday 1')) AS INTEGER) / 7 AS weeks,
  (CAST(STRFTIME('%Y', later) AS INTEGER) - CAST(STRFTIME('%Y', d) AS INTEGER)) * 12 + (CAST(STRFTIME('%m', later) AS INTEGER) - CAST(STRFTIME('%m', d) AS INTEGER)) AS months,
  (CAST(STRFTIME('%Y', later) AS INTEGER) - CAST(STRFTIME('%Y', d) AS INTEGER)) * 4 + ((CAST(STRFTIME('%m', later) AS INTEGER) + 2) / 3 - (CAST(STRFTIME('%m', d) AS INTEGER) + 2) / 3) AS quarters,
  CAST(STRFTIME('%Y', later) AS INTEGER) - CAST(STRFTIME('%Y', d) AS INTEGER) AS years
FROM days
WHERE id < 7
ORDER BY id NULLS LAST
