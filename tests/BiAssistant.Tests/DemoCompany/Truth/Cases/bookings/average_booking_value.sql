-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT AVG(total_amount) AS value
FROM booked
WHERE status_code NOT IN ('CXL', 'NSH') AND booked_on >= '2024-01-01' AND booked_on < '2025-01-01';

-- {"group_by": [{"field": "bookings.channel"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT channel_code AS g1, AVG(total_amount) AS value
FROM booked
WHERE status_code NOT IN ('CXL', 'NSH') AND booked_on >= '2023-04-01' AND booked_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(booked_on) AS period, AVG(total_amount) AS value
FROM booked
WHERE status_code NOT IN ('CXL', 'NSH') AND booked_on >= '2024-01-01' AND booked_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "room_types.name"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(booked_on) AS period, room_type AS g1, AVG(total_amount) AS value
FROM booked
WHERE status_code NOT IN ('CXL', 'NSH') AND booked_on >= '2023-04-01' AND booked_on < '2024-04-01' AND region = 'Europe'
GROUP BY ALL;
