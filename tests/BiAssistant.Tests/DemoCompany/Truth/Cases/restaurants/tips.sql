-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT SUM(tip_amount) AS value
FROM checks
WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01';

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT hotel AS g1, SUM(tip_amount) AS value
FROM checks
WHERE opened_on >= '2024-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT fiscal_quarter_of(opened_on) AS period, SUM(tip_amount) AS value
FROM checks
WHERE opened_on >= '2023-01-01' AND opened_on < '2025-01-01'
GROUP BY ALL;
