-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT COUNT(DISTINCT guest_id) AS value
FROM booked
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2024-01-01' AND arrival_date < '2025-01-01';

-- {"group_by": [{"field": "guests.nationality"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT nationality_code AS g1, COUNT(DISTINCT guest_id) AS value
FROM booked
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2023-04-01' AND arrival_date < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(arrival_date) AS period, COUNT(DISTINCT guest_id) AS value
FROM booked
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2024-01-01' AND arrival_date < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "bookings.channel", "in": ["DIR"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(arrival_date) AS period, region AS g1, COUNT(DISTINCT guest_id) AS value
FROM booked
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2023-04-01' AND arrival_date < '2024-04-01' AND channel_code = 'DIR'
GROUP BY ALL;
