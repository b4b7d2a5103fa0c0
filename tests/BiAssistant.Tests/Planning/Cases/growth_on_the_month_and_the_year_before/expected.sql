SELECT
  m.month,
  (SELECT COUNT(*) FROM tickets t WHERE DATE_TRUNC('month', t.opened_on) = m.month)
    - (SELECT COUNT(*) FROM tickets t WHERE DATE_TRUNC('month', t.opened_on) = m.month - INTERVAL 1 MONTH) AS on_month,
  ((SELECT COUNT(*) FROM tickets t WHERE DATE_TRUNC('month', t.opened_on) = m.month)
    - (SELECT COUNT(*) FROM tickets t WHERE DATE_TRUNC('month', t.opened_on) = m.month - INTERVAL 1 YEAR))
    / (SELECT COUNT(*) FROM tickets t WHERE DATE_TRUNC('month', t.opened_on) = m.month - INTERVAL 1 YEAR) AS on_year,
  (SELECT COUNT(*) FROM tickets t WHERE DATE_TRUNC('month', t.opened_on) = m.month) AS tickets
FROM (VALUES (DATE '2024-12-01'), (DATE '2025-01-01')) AS m (month)
