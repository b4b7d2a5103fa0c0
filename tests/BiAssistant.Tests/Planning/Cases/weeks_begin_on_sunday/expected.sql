SELECT opened_on - CAST(dayofweek(opened_on) AS INTEGER), count(*) FROM tickets WHERE year(opened_on) = 2024 GROUP BY 1
