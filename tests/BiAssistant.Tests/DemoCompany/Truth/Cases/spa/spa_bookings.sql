-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT COUNT(*) AS value
FROM visits
WHERE started_on >= '2023-04-01' AND started_on < '2024-04-01';

-- {"group_by": [{"field": "spa_visits.visit_status"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT status_code AS g1, COUNT(*) AS value
FROM visits
WHERE started_on >= '2024-01-01' AND started_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT month_of(started_on) AS period, COUNT(*) AS value
FROM visits
WHERE started_on >= '2023-01-01' AND started_on < '2025-01-01'
GROUP BY ALL;
