WITH c AS (SELECT t.site_id, SUM(p.amount_cents) / 100.0 AS cost FROM parts_used p JOIN tickets t USING (ticket_id) GROUP BY ALL), r AS (SELECT *, RANK() OVER (ORDER BY cost DESC) AS place FROM c)
SELECT COUNT(*), SUM(cost) FROM r WHERE place <= 2
