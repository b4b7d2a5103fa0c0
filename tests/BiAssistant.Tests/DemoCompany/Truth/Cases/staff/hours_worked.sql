-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(hours) AS value
FROM worked
WHERE shift_date >= '2024-01-01' AND shift_date < '2025-01-01';

-- {"group_by": [{"field": "departments.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT department AS g1, SUM(hours) AS value
FROM worked
WHERE shift_date >= '2023-04-01' AND shift_date < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(shift_date) AS period, SUM(hours) AS value
FROM worked
WHERE shift_date >= '2024-01-01' AND shift_date < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "departments.name", "in": ["Food and Beverage"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(shift_date) AS period, region AS g1, SUM(hours) AS value
FROM worked
WHERE shift_date >= '2023-04-01' AND shift_date < '2024-04-01' AND department = 'Food and Beverage'
GROUP BY ALL;
