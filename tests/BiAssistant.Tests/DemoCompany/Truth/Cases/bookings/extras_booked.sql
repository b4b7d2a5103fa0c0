-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(quantity) AS value
FROM extra_sales
WHERE booked_on >= '2024-01-01' AND booked_on < '2025-01-01';

-- {"group_by": [{"field": "extras.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT extra AS g1, SUM(quantity) AS value
FROM extra_sales
WHERE booked_on >= '2023-04-01' AND booked_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(booked_on) AS period, SUM(quantity) AS value
FROM extra_sales
WHERE booked_on >= '2024-01-01' AND booked_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "bookings.channel"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(booked_on) AS period, channel_code AS g1, SUM(quantity) AS value
FROM extra_sales
WHERE booked_on >= '2023-04-01' AND booked_on < '2024-04-01' AND region = 'Europe'
GROUP BY ALL;
