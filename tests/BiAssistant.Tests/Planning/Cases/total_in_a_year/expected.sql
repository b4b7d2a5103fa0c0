SELECT count(*) FROM tickets WHERE year(opened_on) = 2024
