-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(points)
FROM balances
WHERE month_end IN (SELECT MAX(month_end) FROM loyalty_balances WHERE month_end >= '2024-01-01' AND month_end < '2025-01-01');

-- {"group_by": [{"field": "guests.nationality"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT nationality_code, SUM(points)
FROM balances
WHERE month_end IN (SELECT MAX(month_end) FROM loyalty_balances WHERE month_end >= '2023-04-01' AND month_end < '2024-04-01')
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(month_end), SUM(points)
FROM balances
WHERE month_end IN (SELECT MAX(month_end) FROM loyalty_balances WHERE month_end >= '2024-01-01' AND month_end < '2025-01-01' GROUP BY month_of(month_end))
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "guests.loyalty_tier"}], "where": {"field": "guests.nationality", "in": ["KR"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(month_end), loyalty_tier, SUM(points)
FROM balances
WHERE month_end IN (SELECT MAX(month_end) FROM loyalty_balances WHERE month_end >= '2023-04-01' AND month_end < '2024-04-01' GROUP BY fiscal_quarter_of(month_end)) AND nationality_code = 'KR'
GROUP BY ALL;
