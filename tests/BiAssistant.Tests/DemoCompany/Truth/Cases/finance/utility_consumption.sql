-- {"group_by": [{"field": "utility_readings.kind"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT kind_code AS g1, CASE kind_code WHEN 'GAS' THEN 'm3 gas' WHEN 'WAT' THEN 'm3 water' ELSE unit END AS unit, SUM(quantity) AS value
FROM readings
WHERE month >= '2023-04-01' AND month < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}, {"field": "utility_readings.kind"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(month) AS period, kind_code AS g1, CASE kind_code WHEN 'GAS' THEN 'm3 gas' WHEN 'WAT' THEN 'm3 water' ELSE unit END AS unit, SUM(quantity) AS value
FROM readings
WHERE month >= '2024-01-01' AND month < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "utility_readings.kind", "in": ["ELE"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(month) AS period, region AS g1, CASE kind_code WHEN 'GAS' THEN 'm3 gas' WHEN 'WAT' THEN 'm3 water' ELSE unit END AS unit, SUM(quantity) AS value
FROM readings
WHERE month >= '2023-04-01' AND month < '2024-04-01' AND kind_code = 'ELE'
GROUP BY ALL;

-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT CASE kind_code WHEN 'GAS' THEN 'm3 gas' WHEN 'WAT' THEN 'm3 water' ELSE unit END AS unit, SUM(quantity) AS value
FROM readings
WHERE month >= '2024-01-01' AND month < '2025-01-01'
GROUP BY ALL;
