WITH t AS (SELECT s.region, s.site_id, t.ticket_id, (SELECT SUM(p.amount_cents) / 100.0 FROM parts_used p WHERE p.ticket_id = t.ticket_id) AS cost FROM tickets t JOIN sites s USING (site_id))
SELECT region, site_id, SUM(cost) / COUNT(*), (SELECT SUM(cost) / COUNT(*) FROM t), (SELECT SUM(o.cost) / COUNT(*) FROM t o WHERE o.region IS NOT DISTINCT FROM t.region) FROM t GROUP BY region, site_id
