SELECT COUNT(*) FROM customers c WHERE NOT EXISTS (SELECT 1 FROM tickets t WHERE t.customer_id = c.customer_id AND t.opened_on >= '2025-01-01' AND t.opened_on < '2026-01-01')
