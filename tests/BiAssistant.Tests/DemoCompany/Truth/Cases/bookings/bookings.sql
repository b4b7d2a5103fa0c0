-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT COUNT(*) AS value
FROM booked
WHERE booked_on >= '2024-01-01' AND booked_on < '2025-01-01';

-- {"group_by": [{"field": "bookings.channel"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT channel_code AS g1, COUNT(*) AS value
FROM booked
WHERE booked_on >= '2023-04-01' AND booked_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(booked_on) AS period, COUNT(*) AS value
FROM booked
WHERE booked_on >= '2024-01-01' AND booked_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"field": "properties.region"}, {"field": "bookings.status"}], "where": {"field": "guests.loyalty_tier", "in": ["G", "P"]}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT region AS g1, status_code AS g2, COUNT(*) AS value
FROM booked
WHERE booked_on >= '2024-01-01' AND booked_on < '2025-01-01' AND loyalty_tier IN ('G', 'P')
GROUP BY ALL;

-- {"group_by": [{"time": "week"}], "period": {"from": "2024-06-01", "to": "2024-07-01"}}
SELECT week_of(booked_on) AS period, COUNT(*) AS value
FROM booked
WHERE booked_on >= '2024-06-01' AND booked_on < '2024-07-01'
GROUP BY ALL;
