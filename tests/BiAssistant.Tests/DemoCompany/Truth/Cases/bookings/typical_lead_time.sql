-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT MEDIAN(arrival_date - booked_on) AS value
FROM booked
WHERE booked_on >= '2024-01-01' AND booked_on < '2025-01-01';

-- {"group_by": [{"field": "bookings.channel"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT channel_code AS g1, MEDIAN(arrival_date - booked_on) AS value
FROM booked
WHERE booked_on >= '2023-04-01' AND booked_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(booked_on) AS period, MEDIAN(arrival_date - booked_on) AS value
FROM booked
WHERE booked_on >= '2024-01-01' AND booked_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "guests.nationality", "in": ["KR"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(booked_on) AS period, region AS g1, MEDIAN(arrival_date - booked_on) AS value
FROM booked
WHERE booked_on >= '2023-04-01' AND booked_on < '2024-04-01' AND nationality_code = 'KR'
GROUP BY ALL;
