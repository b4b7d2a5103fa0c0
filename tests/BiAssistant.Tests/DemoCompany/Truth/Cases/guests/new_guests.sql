-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT COUNT(*) AS value
FROM guests
WHERE registered_on >= '2024-01-01' AND registered_on < '2025-01-01';

-- {"group_by": [{"field": "guests.nationality"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT nationality_code AS g1, COUNT(*) AS value
FROM guests
WHERE registered_on >= '2023-04-01' AND registered_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(registered_on) AS period, COUNT(*) AS value
FROM guests
WHERE registered_on >= '2024-01-01' AND registered_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "guests.loyalty_tier"}], "where": {"field": "guests.nationality", "in": ["KR"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(registered_on) AS period, loyalty_tier AS g1, COUNT(*) AS value
FROM guests
WHERE registered_on >= '2023-04-01' AND registered_on < '2024-04-01' AND nationality_code = 'KR'
GROUP BY ALL;
