SELECT status, SUM(hours) + MIN(hours), COUNT(hours) * 2, MAX(hours) - VAR_SAMP(hours) FROM tickets GROUP BY status
