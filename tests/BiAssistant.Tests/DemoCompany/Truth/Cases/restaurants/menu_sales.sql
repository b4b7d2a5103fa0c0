-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(amount) AS value
FROM dishes
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01';

-- {"group_by": [{"field": "menu_items.category"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT category_code AS g1, SUM(amount) AS value
FROM dishes
WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(opened_on) AS period, SUM(amount) AS value
FROM dishes
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "restaurant_checks.meal"}], "where": {"field": "menu_items.category", "in": ["FOD"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(opened_on) AS period, meal_code AS g1, SUM(amount) AS value
FROM dishes
WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND category_code = 'FOD'
GROUP BY ALL;
