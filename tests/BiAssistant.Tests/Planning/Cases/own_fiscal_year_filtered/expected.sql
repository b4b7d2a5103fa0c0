SELECT quarter, sum(profit) FROM results WHERE fiscal_year = 2023 GROUP BY 1
