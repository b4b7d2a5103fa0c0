WITH enough AS (SELECT customer_id FROM tickets WHERE status = 'closed' GROUP BY 1 HAVING COUNT(*) >= 2)
SELECT s.region, COUNT(*), (SELECT SUM(p.amount_cents) / 100.0 FROM parts_used p JOIN tickets u USING (ticket_id) JOIN sites v USING (site_id) WHERE v.region IS NOT DISTINCT FROM s.region AND u.customer_id IN (FROM enough))
FROM tickets t JOIN sites s USING (site_id) WHERE t.customer_id IN (FROM enough) GROUP BY s.region
