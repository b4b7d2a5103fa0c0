WITH months AS (SELECT date_trunc('month', t.opened_on)::DATE AS month, SUM(p.amount_cents) / 100.0 AS cost FROM parts_used p JOIN tickets t USING (ticket_id) GROUP BY ALL),
both_sides AS (SELECT now.month, now.cost, before.cost AS earlier FROM months now LEFT JOIN months before ON before.month = now.month - INTERVAL 1 MONTH
  UNION SELECT (before.month + INTERVAL 1 MONTH)::DATE, now.cost, before.cost FROM months before LEFT JOIN months now ON before.month = now.month - INTERVAL 1 MONTH)
SELECT month, (COALESCE(cost, 0) - earlier) / earlier, COALESCE(cost, 0) - COALESCE(earlier, 0), cost FROM both_sides WHERE month >= '2024-01-01' AND month < '2024-06-01'
