-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(points) / (SELECT COUNT(DISTINCT month_end) FROM loyalty_balances WHERE month_end >= '2024-01-01' AND month_end < '2025-01-01')
FROM balances
WHERE month_end >= '2024-01-01' AND month_end < '2025-01-01';

-- {"group_by": [{"field": "guests.nationality"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT nationality_code, SUM(points) / (SELECT COUNT(DISTINCT month_end) FROM loyalty_balances WHERE month_end >= '2023-04-01' AND month_end < '2024-04-01')
FROM balances
WHERE month_end >= '2023-04-01' AND month_end < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT quarter_of(month_end) AS period, SUM(points) / 3
FROM balances
WHERE month_end >= '2023-01-01' AND month_end < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "guests.loyalty_tier"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(month_end) AS period, loyalty_tier, SUM(points) / 3
FROM balances
WHERE month_end >= '2023-04-01' AND month_end < '2024-04-01'
GROUP BY ALL;
