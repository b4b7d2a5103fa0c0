-- {"period": {"from": "2024-05-01", "to": "2024-06-01"}}
SELECT SUM(net_amount)
FROM nights
WHERE night < '2024-06-01' AND night >= year_of((DATE '2024-06-01' - 1));

-- {"group_by": [{"field": "properties.region"}], "period": {"from": "2024-01-01", "to": "2024-07-01"}}
SELECT region, SUM(net_amount)
FROM nights
WHERE night < '2024-07-01' AND night >= year_of((DATE '2024-07-01' - 1))
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, SUM(net_amount)
FROM month_ends('2024-01-01', '2025-01-01'), nights
WHERE night <= last_day AND night >= year_of(last_day)
GROUP BY ALL;

-- {"group_by": [{"time": "quarter"}, {"field": "bookings.channel"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, channel_code, SUM(net_amount)
FROM quarter_ends('2024-01-01', '2025-01-01'), nights
WHERE night <= last_day AND night >= year_of(last_day) AND region = 'Europe'
GROUP BY ALL;
