-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT SUM(clicks) AS value
FROM spend
WHERE spent_on >= '2023-04-01' AND spent_on < '2024-04-01';

-- {"group_by": [{"field": "campaigns.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT campaign AS g1, SUM(clicks) AS value
FROM spend
WHERE spent_on >= '2024-01-01' AND spent_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT month_of(spent_on) AS period, SUM(clicks) AS value
FROM spend
WHERE spent_on >= '2023-01-01' AND spent_on < '2025-01-01'
GROUP BY ALL;
