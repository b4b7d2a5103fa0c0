SELECT q.quarter, (SELECT SUM(p.amount_cents) / 100.0 FROM parts_used p JOIN tickets t USING (ticket_id) WHERE t.opened_on < q.quarter + INTERVAL 3 MONTH)
FROM (VALUES (DATE '2024-01-01'), (DATE '2024-04-01'), (DATE '2024-07-01'), (DATE '2024-10-01')) q(quarter)
