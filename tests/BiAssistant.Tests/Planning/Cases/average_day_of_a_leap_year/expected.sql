SELECT COUNT(*) / 366.0, 366 FROM tickets WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
