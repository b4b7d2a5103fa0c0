-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT COUNT(*) AS value
FROM booked
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2024-01-01' AND arrival_date < '2025-01-01';

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT hotel AS g1, COUNT(*) AS value
FROM booked
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2023-04-01' AND arrival_date < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(arrival_date) AS period, COUNT(*) AS value
FROM booked
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2024-01-01' AND arrival_date < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "bookings.purpose"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(arrival_date) AS period, purpose_code AS g1, COUNT(*) AS value
FROM booked
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2023-04-01' AND arrival_date < '2024-04-01' AND region = 'Europe'
GROUP BY ALL;
