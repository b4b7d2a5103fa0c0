WITH months AS (SELECT date_trunc('month', t.opened_on)::DATE AS month, SUM(p.amount_cents) AS cost FROM parts_used p JOIN tickets t USING (ticket_id) WHERE year(t.opened_on) = 2024 GROUP BY ALL)
SELECT m.month, 100 * cost / (SELECT cost FROM months WHERE month = '2024-01-01')
FROM (SELECT UNNEST(generate_series(DATE '2024-01-01', DATE '2024-12-01', INTERVAL 1 MONTH))::DATE AS month) m LEFT JOIN months ON months.month = m.month
