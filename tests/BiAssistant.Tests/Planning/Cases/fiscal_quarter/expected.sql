SELECT make_date(year(opened_on), (month(opened_on) - 1) // 3 * 3 + 1, 1), count(*) FROM tickets GROUP BY 1
