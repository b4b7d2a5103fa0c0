-- {"period": {"from": "2023-01-01", "to": "2024-01-01"}}
SELECT AVG(rate)
FROM rates
WHERE valid_from <= DATE '2024-01-01' - 1 AND (valid_to IS NULL OR valid_to >= DATE '2024-01-01' - 1);

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT hotel, AVG(rate)
FROM rates
WHERE valid_from <= DATE '2025-01-01' - 1 AND (valid_to IS NULL OR valid_to >= DATE '2025-01-01' - 1)
GROUP BY ALL;

-- {"group_by": [{"time": "quarter"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, AVG(rate)
FROM quarter_ends('2024-01-01', '2025-01-01'), rates
WHERE valid_from <= last_day AND (valid_to IS NULL OR valid_to >= last_day)
GROUP BY ALL;

-- {"group_by": [{"time": "month"}, {"field": "room_types.name"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2024-01-01", "to": "2024-07-01"}}
SELECT period, room_type, AVG(rate)
FROM month_ends('2024-01-01', '2024-07-01'), rates
WHERE valid_from <= last_day AND (valid_to IS NULL OR valid_to >= last_day) AND region = 'Europe'
GROUP BY ALL;
