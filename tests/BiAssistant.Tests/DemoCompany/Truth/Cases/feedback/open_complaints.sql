-- {"period": {"from": "2023-01-01", "to": "2024-01-01"}}
SELECT COUNT(*)
FROM raised
WHERE opened_on <= DATE '2024-01-01' - 1 AND (resolved_on IS NULL OR resolved_on > DATE '2024-01-01' - 1);

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2024-07-01", "to": "2024-10-01"}}
SELECT hotel, COUNT(*)
FROM raised
WHERE opened_on <= DATE '2024-10-01' - 1 AND (resolved_on IS NULL OR resolved_on > DATE '2024-10-01' - 1)
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, COUNT(*)
FROM month_ends('2024-01-01', '2025-01-01'), raised
WHERE opened_on <= last_day AND (resolved_on IS NULL OR resolved_on > last_day)
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "complaints.severity"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, severity_code, COUNT(*)
FROM quarter_ends('2023-04-01', '2024-04-01'), raised
WHERE opened_on <= last_day AND (resolved_on IS NULL OR resolved_on > last_day) AND region = 'Europe'
GROUP BY ALL;
