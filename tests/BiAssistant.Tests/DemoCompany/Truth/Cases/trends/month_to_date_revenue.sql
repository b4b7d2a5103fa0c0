-- {"period": {"from": "2024-06-01", "to": "2024-06-16"}}
SELECT SUM(net_amount)
FROM nights
WHERE night < '2024-06-16' AND night >= month_of((DATE '2024-06-16' - 1));

-- {"group_by": [{"field": "properties.region"}], "period": {"from": "2024-06-01", "to": "2024-07-01"}}
SELECT region, SUM(net_amount)
FROM nights
WHERE night < '2024-07-01' AND night >= month_of((DATE '2024-07-01' - 1))
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, SUM(net_amount)
FROM month_ends('2024-01-01', '2025-01-01'), nights
WHERE night <= last_day AND night >= month_of(last_day)
GROUP BY ALL;

-- {"group_by": [{"time": "day"}], "period": {"from": "2024-06-01", "to": "2024-06-11"}}
SELECT day, SUM(net_amount)
FROM days('2024-06-01', '2024-06-11'), nights
WHERE night <= day AND night >= month_of(day)
GROUP BY ALL;
