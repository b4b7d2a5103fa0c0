SELECT
  s.region,
  COUNT(*) FILTER (WHERE t.opened_on >= '2024-01-01'),
  COUNT(*) FILTER (WHERE t.opened_on < '2024-01-01'),
  COUNT(*) FILTER (WHERE t.opened_on >= '2024-01-01') - COUNT(*) FILTER (WHERE t.opened_on < '2024-01-01'),
  COALESCE(SUM(c.cost) FILTER (WHERE t.opened_on >= '2024-01-01'), 0),
  COALESCE(SUM(c.cost) FILTER (WHERE t.opened_on < '2024-01-01'), 0),
  COALESCE(SUM(c.cost) FILTER (WHERE t.opened_on >= '2024-01-01'), 0) - COALESCE(SUM(c.cost) FILTER (WHERE t.opened_on < '2024-01-01'), 0)
FROM tickets t
JOIN sites s USING (site_id)
LEFT JOIN (SELECT ticket_id, SUM(amount_cents) / 100.0 AS cost FROM parts_used GROUP BY ticket_id) c USING (ticket_id)
WHERE t.opened_on >= '2023-01-01' AND t.opened_on < '2025-01-01'
GROUP BY s.region
