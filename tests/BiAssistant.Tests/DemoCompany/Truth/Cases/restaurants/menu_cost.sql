-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(quantity * unit_cost) AS value
FROM dishes
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01';

-- {"group_by": [{"field": "menu_items.category"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT category_code AS g1, SUM(quantity * unit_cost) AS value
FROM dishes
WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(opened_on) AS period, SUM(quantity * unit_cost) AS value
FROM dishes
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "properties.region", "in": ["Europe"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(opened_on) AS period, region AS g1, SUM(quantity * unit_cost) AS value
FROM dishes
WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND region = 'Europe'
GROUP BY ALL;
