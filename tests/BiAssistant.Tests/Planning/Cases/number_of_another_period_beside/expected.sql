SELECT s.region, SUM(p.amount_cents) / 100.0, SUM(CASE WHEN t.opened_on < '2024-02-01' THEN p.amount_cents END) / 100.0
FROM parts_used p JOIN tickets t USING (ticket_id) JOIN sites s USING (site_id)
WHERE t.opened_on >= '2024-01-01' AND t.opened_on < '2025-01-01'
GROUP BY s.region
