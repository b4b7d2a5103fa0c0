SELECT status, avg(hours) FROM tickets GROUP BY 1
