-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(discount_amount) AS value
FROM nights
WHERE night >= '2024-01-01' AND night < '2025-01-01';

-- {"group_by": [{"field": "bookings.channel"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT channel_code AS g1, SUM(discount_amount) AS value
FROM nights
WHERE night >= '2023-04-01' AND night < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(night) AS period, SUM(discount_amount) AS value
FROM nights
WHERE night >= '2024-01-01' AND night < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "room_types.name", "in": ["Suite"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(night) AS period, region AS g1, SUM(discount_amount) AS value
FROM nights
WHERE night >= '2023-04-01' AND night < '2024-04-01' AND room_type = 'Suite'
GROUP BY ALL;
