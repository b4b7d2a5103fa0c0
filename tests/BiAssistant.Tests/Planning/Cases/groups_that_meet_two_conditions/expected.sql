SELECT s.region, COUNT(*), SUM(c.cents) / 100.0
FROM tickets t
JOIN sites s USING (site_id)
LEFT JOIN (SELECT ticket_id, SUM(amount_cents) AS cents FROM parts_used GROUP BY ticket_id) c USING (ticket_id)
GROUP BY s.region
HAVING COUNT(*) >= 2 AND SUM(c.cents) < 122000
