-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT AVG(closed_on - opened_on) AS value
FROM repairs
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01';

-- {"group_by": [{"field": "work_orders.priority"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT priority_code AS g1, AVG(closed_on - opened_on) AS value
FROM repairs
WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(opened_on) AS period, AVG(closed_on - opened_on) AS value
FROM repairs
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "work_orders.category"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(opened_on) AS period, category_code AS g1, AVG(closed_on - opened_on) AS value
FROM repairs
WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND region = 'Europe'
GROUP BY ALL;
