SELECT
  CAST(m.month AS DATE) AS month,
  (SELECT COUNT(DISTINCT t.status) FROM tickets t WHERE DATE_TRUNC('month', t.opened_on) = m.month)
    - (SELECT COUNT(DISTINCT t.status) FROM tickets t WHERE DATE_TRUNC('month', t.opened_on) = m.month - INTERVAL 1 MONTH) AS more
FROM RANGE(DATE '2024-01-01', DATE '2024-07-01', INTERVAL 1 MONTH) AS m (month)
