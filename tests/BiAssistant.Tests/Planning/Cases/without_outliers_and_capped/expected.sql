WITH usual AS (SELECT quantile_cont(hours::DOUBLE, 0.25) q1, quantile_cont(hours::DOUBLE, 0.75) q3, quantile_cont(hours::DOUBLE, 0.1) low, quantile_cont(hours::DOUBLE, 0.9) high FROM tickets)
SELECT status, AVG(hours) FILTER (WHERE hours BETWEEN q1 - (q3 - q1) AND q3 + (q3 - q1)), SUM(CASE WHEN hours < low THEN low WHEN hours > high THEN high ELSE hours END)
FROM tickets, usual GROUP BY ALL
