SELECT (SELECT sum(amount) FROM budgets) - (SELECT sum(amount_cents) / 100.0 FROM parts_used)
