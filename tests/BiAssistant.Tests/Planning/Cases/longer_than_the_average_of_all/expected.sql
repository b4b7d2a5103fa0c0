SELECT COUNT(*) FROM tickets WHERE hours >= (SELECT MEDIAN(hours) FROM tickets)
