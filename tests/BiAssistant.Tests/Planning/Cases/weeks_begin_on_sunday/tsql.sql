-- tickets
SELECT
  CAST(DATEADD(DAY, 6, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, tickets.opened_on)) % 7), CAST(DATEADD(DAY, -6, tickets.opened_on) AS DATE))) AS DATE) AS week,
  COUNT_BIG(*) AS tickets
FROM tickets
WHERE tickets.opened_on >= @p1
  AND tickets.opened_on < @p2
GROUP BY
  CAST(DATEADD(DAY, 6, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, tickets.opened_on)) % 7), CAST(DATEADD(DAY, -6, tickets.opened_on) AS DATE))) AS DATE)
ORDER BY
  CASE
    WHEN CAST(DATEADD(DAY, 6, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, tickets.opened_on)) % 7), CAST(DATEADD(DAY, -6, tickets.opened_on) AS DATE))) AS DATE) IS NULL THEN 1
    ELSE 0
  END,
  CAST(DATEADD(DAY, 6, DATEADD(DAY, -(DATEDIFF(DAY, '0001-01-01', DATEADD(DAY, -6, tickets.opened_on)) % 7), CAST(DATEADD(DAY, -6, tickets.opened_on) AS DATE))) AS DATE)
