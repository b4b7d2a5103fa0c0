-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT AVG(arrival_date - booked_on) AS value
FROM booked
WHERE booked_on >= '2023-04-01' AND booked_on < '2024-04-01';

-- {"group_by": [{"field": "bookings.channel"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT channel_code AS g1, AVG(arrival_date - booked_on) AS value
FROM booked
WHERE booked_on >= '2024-01-01' AND booked_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT month_of(booked_on) AS period, AVG(arrival_date - booked_on) AS value
FROM booked
WHERE booked_on >= '2023-01-01' AND booked_on < '2025-01-01'
GROUP BY ALL;
