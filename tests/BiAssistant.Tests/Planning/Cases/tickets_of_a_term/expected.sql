SELECT status, COUNT(*) FROM tickets WHERE hours > 2 GROUP BY status
