-- {"period": {"from": "2024-05-01", "to": "2024-06-01"}}
SELECT SUM(net_amount)
FROM nights
WHERE night < '2024-06-01' AND night >= (DATE '2024-06-01' - 1) - 27;

-- {"group_by": [{"field": "properties.region"}], "period": {"from": "2024-06-01", "to": "2024-06-16"}}
SELECT region, SUM(net_amount)
FROM nights
WHERE night < '2024-06-16' AND night >= (DATE '2024-06-16' - 1) - 27
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, SUM(net_amount)
FROM month_ends('2024-01-01', '2025-01-01'), nights
WHERE night <= last_day AND night >= last_day - 27
GROUP BY ALL;

-- {"group_by": [{"time": "month"}, {"field": "bookings.channel"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2024-01-01", "to": "2024-07-01"}}
SELECT period, channel_code, SUM(net_amount)
FROM month_ends('2024-01-01', '2024-07-01'), nights
WHERE night <= last_day AND night >= last_day - 27 AND region = 'Europe'
GROUP BY ALL;
