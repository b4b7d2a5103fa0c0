SELECT COUNT(*) / (10 * 60.0 / 90) FROM tickets WHERE opened_on >= '2025-01-01' AND opened_on < '2025-03-02'
