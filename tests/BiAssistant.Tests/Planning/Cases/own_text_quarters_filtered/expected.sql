SELECT sum(profit) FROM results WHERE quarter IN ('2023-Q4', '2024-Q1')
