-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(spend_cents) / 100.0 AS value
FROM spend
WHERE spent_on >= '2024-01-01' AND spent_on < '2025-01-01';

-- {"group_by": [{"field": "marketing_channels.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT medium AS g1, SUM(spend_cents) / 100.0 AS value
FROM spend
WHERE spent_on >= '2023-04-01' AND spent_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(spent_on) AS period, SUM(spend_cents) / 100.0 AS value
FROM spend
WHERE spent_on >= '2024-01-01' AND spent_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "marketing_channels.kind", "in": ["PAID"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(spent_on) AS period, region AS g1, SUM(spend_cents) / 100.0 AS value
FROM spend
WHERE spent_on >= '2023-04-01' AND spent_on < '2024-04-01' AND kind_code = 'PAID'
GROUP BY ALL;
