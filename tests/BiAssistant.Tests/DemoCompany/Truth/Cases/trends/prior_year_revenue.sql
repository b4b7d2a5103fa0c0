-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(net_amount) AS value
FROM nights
WHERE night >= '2023-01-01' AND night < '2024-01-01';

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT hotel AS g1, SUM(net_amount) AS value
FROM nights
WHERE night >= '2022-04-01' AND night < '2023-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(night + INTERVAL 12 MONTH) AS period, SUM(net_amount) AS value
FROM nights
WHERE night >= '2023-01-01' AND night < '2024-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "bookings.channel"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(night + INTERVAL 12 MONTH) AS period, channel_code AS g1, SUM(net_amount) AS value
FROM nights
WHERE night >= '2022-04-01' AND night < '2023-04-01' AND region = 'Europe'
GROUP BY ALL;
