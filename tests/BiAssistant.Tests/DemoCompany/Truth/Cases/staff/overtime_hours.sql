-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT SUM(overtime_hours) AS value
FROM worked
WHERE shift_date >= '2023-04-01' AND shift_date < '2024-04-01';

-- {"group_by": [{"field": "employees.contract"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT contract_code AS g1, SUM(overtime_hours) AS value
FROM worked
WHERE shift_date >= '2024-01-01' AND shift_date < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT month_of(shift_date) AS period, SUM(overtime_hours) AS value
FROM worked
WHERE shift_date >= '2023-01-01' AND shift_date < '2025-01-01'
GROUP BY ALL;
