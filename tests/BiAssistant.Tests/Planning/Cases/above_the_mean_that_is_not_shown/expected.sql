WITH c AS (SELECT t.site_id, SUM(p.amount_cents) / 100.0 AS cost FROM parts_used p JOIN tickets t USING (ticket_id) GROUP BY ALL) SELECT * FROM c WHERE cost > (SELECT AVG(cost) FROM c)
