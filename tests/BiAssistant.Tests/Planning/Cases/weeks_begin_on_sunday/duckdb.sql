-- tickets
SELECT
  CAST(CAST(DATE_TRUNC('week', tickets.opened_on - INTERVAL '6' DAY) AS DATE) + INTERVAL '6' DAY AS DATE) AS week,
  COUNT(*) AS tickets
FROM tickets
WHERE tickets.opened_on >= $p1
  AND tickets.opened_on < $p2
GROUP BY
  CAST(CAST(DATE_TRUNC('week', tickets.opened_on - INTERVAL '6' DAY) AS DATE) + INTERVAL '6' DAY AS DATE)
ORDER BY week
