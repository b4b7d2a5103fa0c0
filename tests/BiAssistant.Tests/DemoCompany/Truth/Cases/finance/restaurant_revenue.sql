-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(net_amount) AS value
FROM checks
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01';

-- {"group_by": [{"field": "restaurant_checks.meal"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT meal_code AS g1, SUM(net_amount) AS value
FROM checks
WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(opened_on) AS period, SUM(net_amount) AS value
FROM checks
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "outlets.kind", "in": ["BAR"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(opened_on) AS period, region AS g1, SUM(net_amount) AS value
FROM checks
WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' AND outlet_kind = 'BAR'
GROUP BY ALL;

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT hotel AS g1, SUM(net_amount) AS value
FROM checks
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"field": "guests.nationality"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT nationality_code, SUM(net_amount)
FROM restaurant_checks LEFT JOIN (SELECT booking_id, nationality_code FROM booked) USING (booking_id)
WHERE CAST(opened_at AS DATE) >= '2024-01-01' AND CAST(opened_at AS DATE) < '2025-01-01'
GROUP BY ALL;
