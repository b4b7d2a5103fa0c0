-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(points) AS value
FROM points_moved
WHERE kind_code = 'ERN' AND happened_on >= '2024-01-01' AND happened_on < '2025-01-01';

-- {"group_by": [{"field": "guests.loyalty_tier"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT loyalty_tier AS g1, SUM(points) AS value
FROM points_moved
WHERE kind_code = 'ERN' AND happened_on >= '2023-04-01' AND happened_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(happened_on) AS period, SUM(points) AS value
FROM points_moved
WHERE kind_code = 'ERN' AND happened_on >= '2024-01-01' AND happened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "guests.nationality", "in": ["KR"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(happened_on) AS period, region AS g1, SUM(points) AS value
FROM points_moved
WHERE kind_code = 'ERN' AND happened_on >= '2023-04-01' AND happened_on < '2024-04-01' AND nationality_code = 'KR'
GROUP BY ALL;
