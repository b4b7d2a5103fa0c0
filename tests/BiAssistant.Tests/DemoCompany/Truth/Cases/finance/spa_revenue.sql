-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(amount_cents) / 100.0 AS value
FROM visits
WHERE status_code IN ('DON', 'NSH') AND started_on >= '2024-01-01' AND started_on < '2025-01-01';

-- {"group_by": [{"field": "treatments.category"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT category_code AS g1, SUM(amount_cents) / 100.0 AS value
FROM visits
WHERE status_code IN ('DON', 'NSH') AND started_on >= '2023-04-01' AND started_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(started_on) AS period, SUM(amount_cents) / 100.0 AS value
FROM visits
WHERE status_code IN ('DON', 'NSH') AND started_on >= '2024-01-01' AND started_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "treatments.category", "in": ["MAS"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(started_on) AS period, region AS g1, SUM(amount_cents) / 100.0 AS value
FROM visits
WHERE status_code IN ('DON', 'NSH') AND started_on >= '2023-04-01' AND started_on < '2024-04-01' AND category_code = 'MAS'
GROUP BY ALL;

-- {"group_by": [{"field": "guests.nationality"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT nationality_code AS g1, SUM(amount_cents) / 100.0 AS value
FROM visits
WHERE status_code IN ('DON', 'NSH') AND started_on >= '2024-01-01' AND started_on < '2025-01-01'
GROUP BY ALL;
