SELECT m.month, COUNT(*) FILTER (WHERE t.status = 'open') / COUNT(*)
FROM (SELECT UNNEST(generate_series(DATE '2024-01-01', DATE '2024-12-01', INTERVAL 1 MONTH))::DATE AS month) m
JOIN tickets t ON t.opened_on < m.month + INTERVAL 1 MONTH AND t.opened_on >= CASE WHEN m.month < '2024-04-01' THEN DATE '2023-04-01' ELSE DATE '2024-04-01' END
GROUP BY ALL
