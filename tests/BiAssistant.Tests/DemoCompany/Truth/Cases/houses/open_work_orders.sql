-- {"period": {"from": "2023-01-01", "to": "2024-01-01"}}
SELECT COUNT(*)
FROM repairs
WHERE opened_on <= DATE '2024-01-01' - 1 AND (closed_on IS NULL OR closed_on > DATE '2024-01-01' - 1);

-- {"group_by": [{"field": "work_orders.category"}], "period": {"from": "2024-07-01", "to": "2024-10-01"}}
SELECT category_code, COUNT(*)
FROM repairs
WHERE opened_on <= DATE '2024-10-01' - 1 AND (closed_on IS NULL OR closed_on > DATE '2024-10-01' - 1)
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, COUNT(*)
FROM month_ends('2024-01-01', '2025-01-01'), repairs
WHERE opened_on <= last_day AND (closed_on IS NULL OR closed_on > last_day)
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "work_orders.priority", "in": ["H", "U"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, region, COUNT(*)
FROM quarter_ends('2023-04-01', '2024-04-01'), repairs
WHERE opened_on <= last_day AND (closed_on IS NULL OR closed_on > last_day) AND priority_code IN ('H', 'U')
GROUP BY ALL;

-- {}
SELECT COUNT(*)
FROM repairs
WHERE opened_on <= '2024-12-31' AND (closed_on IS NULL OR closed_on > '2024-12-31');
