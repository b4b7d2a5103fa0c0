SELECT region, site_id, per, CASE WHEN per IS NOT NULL THEN RANK() OVER (ORDER BY per DESC NULLS LAST) END, CASE WHEN per IS NOT NULL THEN RANK() OVER (PARTITION BY region ORDER BY per NULLS LAST) END
FROM (SELECT region, site_id,
    (SELECT SUM(p.amount_cents) / 100.0 FROM parts_used p JOIN tickets t USING (ticket_id) WHERE t.site_id = s.site_id)
    / (SELECT COUNT(*) FROM tickets t WHERE t.site_id = s.site_id) AS per FROM sites s)
