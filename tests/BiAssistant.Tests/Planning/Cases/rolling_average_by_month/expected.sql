SELECT
  m.month,
  (SELECT SUM(p.amount_cents) / 300.0 FROM parts_used p JOIN tickets t USING (ticket_id) WHERE t.opened_on >= m.month - INTERVAL 2 MONTH AND t.opened_on < m.month + INTERVAL 1 MONTH),
  (SELECT AVG(r.cost / r.tickets)
   FROM (
     SELECT DATE_TRUNC('month', t.opened_on) AS month, COUNT(*) AS tickets, SUM((SELECT SUM(p.amount_cents) FROM parts_used p WHERE p.ticket_id = t.ticket_id)) / 100.0 AS cost
     FROM tickets t
     GROUP BY 1
   ) r
   WHERE r.month BETWEEN m.month - INTERVAL 1 MONTH AND m.month)
FROM (VALUES (DATE '2024-01-01'), (DATE '2024-02-01'), (DATE '2024-03-01'), (DATE '2024-04-01'), (DATE '2024-05-01'), (DATE '2024-06-01')) m(month)
