-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT COUNT(*) AS value
FROM checks
WHERE booking_id IS NOT NULL AND opened_on >= '2023-04-01' AND opened_on < '2024-04-01';

-- {"group_by": [{"field": "restaurant_checks.meal"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT meal_code AS g1, COUNT(*) AS value
FROM checks
WHERE booking_id IS NOT NULL AND opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT month_of(opened_on) AS period, COUNT(*) AS value
FROM checks
WHERE booking_id IS NOT NULL AND opened_on >= '2023-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;
