-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT COUNT(*) AS value
FROM visits
WHERE status_code = 'NSH' AND started_on >= '2023-04-01' AND started_on < '2024-04-01';

-- {"group_by": [{"field": "treatments.category"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT category_code AS g1, COUNT(*) AS value
FROM visits
WHERE status_code = 'NSH' AND started_on >= '2024-01-01' AND started_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT fiscal_quarter_of(started_on) AS period, COUNT(*) AS value
FROM visits
WHERE status_code = 'NSH' AND started_on >= '2023-01-01' AND started_on < '2025-01-01'
GROUP BY ALL;
