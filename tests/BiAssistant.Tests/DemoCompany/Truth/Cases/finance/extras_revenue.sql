-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(amount) AS value
FROM extra_sales
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2024-01-01' AND arrival_date < '2025-01-01';

-- {"group_by": [{"field": "extras.category"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT category_code AS g1, SUM(amount) AS value
FROM extra_sales
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2023-04-01' AND arrival_date < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(arrival_date) AS period, SUM(amount) AS value
FROM extra_sales
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2024-01-01' AND arrival_date < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "bookings.channel", "in": ["DIR"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(arrival_date) AS period, region AS g1, SUM(amount) AS value
FROM extra_sales
WHERE status_code IN ('OUT', 'INH') AND arrival_date >= '2023-04-01' AND arrival_date < '2024-04-01' AND channel_code = 'DIR'
GROUP BY ALL;
