-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(-points) AS value
FROM points_moved
WHERE kind_code = 'RDM' AND happened_on >= '2024-01-01' AND happened_on < '2025-01-01';

-- {"group_by": [{"field": "guests.nationality"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT nationality_code AS g1, SUM(-points) AS value
FROM points_moved
WHERE kind_code = 'RDM' AND happened_on >= '2023-04-01' AND happened_on < '2024-04-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT month_of(happened_on) AS period, SUM(-points) AS value
FROM points_moved
WHERE kind_code = 'RDM' AND happened_on >= '2024-01-01' AND happened_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "guests.loyalty_tier"}], "where": {"field": "guests.nationality", "in": ["KR"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT fiscal_quarter_of(happened_on) AS period, loyalty_tier AS g1, SUM(-points) AS value
FROM points_moved
WHERE kind_code = 'RDM' AND happened_on >= '2023-04-01' AND happened_on < '2024-04-01' AND nationality_code = 'KR'
GROUP BY ALL;

-- {"group_by": [{"field": "properties.region", "via": "transaction_member/member_home"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT region, SUM(-points)
FROM loyalty_transactions JOIN loyalty_members USING (member_id) LEFT JOIN hotels ON hotels.property_code = home_property_code
WHERE kind_code = 'RDM' AND happened_on >= '2024-01-01' AND happened_on < '2025-01-01'
GROUP BY ALL;
