WITH c AS (SELECT s.site_id, COALESCE((SELECT SUM(p.amount_cents) / 100.0 FROM parts_used p JOIN tickets t USING (ticket_id) WHERE t.site_id = s.site_id), 0) AS cost FROM sites s)
SELECT CASE WHEN cost < 100 THEN 0 WHEN cost < 1200 THEN 1 ELSE 2 END, COUNT(*) FROM tickets JOIN c USING (site_id) GROUP BY 1
