-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(cost) AS value
FROM repairs
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01';

-- {"group_by": [{"field": "work_orders.category"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT category_code AS g1, SUM(cost) AS value
FROM repairs
WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(opened_on) AS period, SUM(cost) AS value
FROM repairs
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.name"}], "where": {"field": "work_orders.priority", "in": ["U"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(opened_on) AS period, hotel AS g1, SUM(cost) AS value
FROM repairs
WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND priority_code = 'U'
GROUP BY ALL;
