-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT COUNT(*) AS value
FROM staff
WHERE left_on IS NOT NULL AND left_on >= '2024-01-01' AND left_on < '2025-01-01';

-- {"group_by": [{"field": "departments.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT department AS g1, COUNT(*) AS value
FROM staff
WHERE left_on IS NOT NULL AND left_on >= '2023-04-01' AND left_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(left_on) AS period, COUNT(*) AS value
FROM staff
WHERE left_on IS NOT NULL AND left_on >= '2024-01-01' AND left_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "properties.style", "in": ["CTY"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(left_on) AS period, region AS g1, COUNT(*) AS value
FROM staff
WHERE left_on IS NOT NULL AND left_on >= '2023-04-01' AND left_on < '2024-04-01' AND style_code = 'CTY'
GROUP BY ALL;
