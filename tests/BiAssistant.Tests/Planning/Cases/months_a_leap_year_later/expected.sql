SELECT
  m.month,
  COUNT(*) FILTER (WHERE t.opened_on >= m.month AND t.opened_on < m.month + INTERVAL 1 MONTH),
  COUNT(*) FILTER (WHERE t.opened_on < m.month)
FROM (VALUES (DATE '2025-01-01', DATE '2024-01-01', DATE '2024-02-01'), (DATE '2025-02-01', DATE '2024-02-01', DATE '2024-03-01')) m(month, earlier, earlier_end)
JOIN tickets t ON (t.opened_on >= m.month AND t.opened_on < m.month + INTERVAL 1 MONTH) OR (t.opened_on >= m.earlier AND t.opened_on < m.earlier_end)
GROUP BY m.month
