SELECT make_date(CASE WHEN month(opened_on) >= 4 THEN year(opened_on) ELSE year(opened_on) - 1 END, 4, 1), count(*) FROM tickets GROUP BY 1
