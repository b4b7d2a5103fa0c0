SELECT fiscal_year, sum(profit) FROM results GROUP BY 1
