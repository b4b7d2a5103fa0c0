-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT AVG(rating) AS value
FROM reviewed
WHERE posted_on >= '2024-01-01' AND posted_on < '2025-01-01';

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT hotel AS g1, AVG(rating) AS value
FROM reviewed
WHERE posted_on >= '2023-04-01' AND posted_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(posted_on) AS period, AVG(rating) AS value
FROM reviewed
WHERE posted_on >= '2024-01-01' AND posted_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "reviews.site"}], "where": {"field": "reviews.site", "in": ["MAP", "BLG"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(posted_on) AS period, site_code AS g1, AVG(rating) AS value
FROM reviewed
WHERE posted_on >= '2023-04-01' AND posted_on < '2024-04-01' AND site_code IN ('MAP', 'BLG')
GROUP BY ALL;
