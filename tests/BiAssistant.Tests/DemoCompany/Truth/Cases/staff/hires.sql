-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT COUNT(*) AS value
FROM staff
WHERE hired_on >= '2024-01-01' AND hired_on < '2025-01-01';

-- {"group_by": [{"field": "departments.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT department AS g1, COUNT(*) AS value
FROM staff
WHERE hired_on >= '2023-04-01' AND hired_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(hired_on) AS period, COUNT(*) AS value
FROM staff
WHERE hired_on >= '2024-01-01' AND hired_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "employees.contract"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(hired_on) AS period, contract_code AS g1, COUNT(*) AS value
FROM staff
WHERE hired_on >= '2023-04-01' AND hired_on < '2024-04-01' AND region = 'Europe'
GROUP BY ALL;
