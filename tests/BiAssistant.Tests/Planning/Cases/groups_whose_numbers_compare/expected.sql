SELECT site_id, cost, budget, n FROM (
  SELECT s.site_id,
    (SELECT SUM(p.amount_cents) / 100.0 FROM parts_used p JOIN tickets t USING (ticket_id) WHERE t.site_id = s.site_id) AS cost,
    (SELECT SUM(b.amount) FROM budgets b WHERE b.site_id = s.site_id) AS budget,
    (SELECT COUNT(*) FROM tickets t WHERE t.site_id = s.site_id) AS n
  FROM sites s)
WHERE cost > budget OR n >= 4
