-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(net_amount) AS value
FROM nights
WHERE night >= '2024-01-01' AND night < '2025-01-01';

-- {"group_by": [{"field": "properties.region"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT region AS g1, SUM(net_amount) AS value
FROM nights
WHERE night >= '2023-04-01' AND night < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(night) AS period, SUM(net_amount) AS value
FROM nights
WHERE night >= '2024-01-01' AND night < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "bookings.channel"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(night) AS period, channel_code AS g1, SUM(net_amount) AS value
FROM nights
WHERE night >= '2023-04-01' AND night < '2024-04-01' AND region = 'Europe'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_year"}]}
SELECT fiscal_year_of(night) AS period, SUM(net_amount) AS value
FROM nights
GROUP BY ALL;

-- {"group_by": [{"field": "guests.loyalty_tier"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT loyalty_tier AS g1, SUM(net_amount) AS value
FROM nights
WHERE night >= '2024-01-01' AND night < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "week"}], "period": {"from": "2024-06-01", "to": "2024-07-01"}}
SELECT week_of(night) AS period, SUM(net_amount) AS value
FROM nights
WHERE night >= '2024-06-01' AND night < '2024-07-01'
GROUP BY ALL;
