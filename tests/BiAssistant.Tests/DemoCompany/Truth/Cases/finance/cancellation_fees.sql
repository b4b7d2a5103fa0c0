-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(fee_amount) AS value
FROM cancelled
WHERE cancelled_day >= '2024-01-01' AND cancelled_day < '2025-01-01';

-- {"group_by": [{"field": "cancellations.reason"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT reason_code AS g1, SUM(fee_amount) AS value
FROM cancelled
WHERE cancelled_day >= '2023-04-01' AND cancelled_day < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(cancelled_day) AS period, SUM(fee_amount) AS value
FROM cancelled
WHERE cancelled_day >= '2024-01-01' AND cancelled_day < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "bookings.channel"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(cancelled_day) AS period, channel_code AS g1, SUM(fee_amount) AS value
FROM cancelled
WHERE cancelled_day >= '2023-04-01' AND cancelled_day < '2024-04-01' AND region = 'Europe'
GROUP BY ALL;
