-- {"period": {"from": "2023-01-01", "to": "2024-01-01"}}
SELECT COUNT(*)
FROM staff
WHERE hired_on <= DATE '2024-01-01' - 1 AND (left_on IS NULL OR left_on > DATE '2024-01-01' - 1);

-- {"group_by": [{"field": "departments.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT department, COUNT(*)
FROM staff
WHERE hired_on <= DATE '2025-01-01' - 1 AND (left_on IS NULL OR left_on > DATE '2025-01-01' - 1)
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, COUNT(*)
FROM month_ends('2024-01-01', '2025-01-01'), staff
WHERE hired_on <= last_day AND (left_on IS NULL OR left_on > last_day)
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "departments.name", "in": ["Food and Beverage"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, region, COUNT(*)
FROM quarter_ends('2023-04-01', '2024-04-01'), staff
WHERE hired_on <= last_day AND (left_on IS NULL OR left_on > last_day) AND department = 'Food and Beverage'
GROUP BY ALL;

-- {}
SELECT COUNT(*)
FROM staff
WHERE hired_on <= '2024-12-31' AND (left_on IS NULL OR left_on > '2024-12-31');
