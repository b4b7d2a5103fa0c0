-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT COUNT(*)
FROM tiers_held
WHERE valid_from <= DATE '2024-04-01' - 1 AND (valid_to IS NULL OR valid_to > DATE '2024-04-01' - 1);

-- {"group_by": [{"field": "loyalty_tiers.tier"}], "period": {"from": "2023-01-01", "to": "2024-01-01"}}
SELECT tier_code, COUNT(*)
FROM tiers_held
WHERE valid_from <= DATE '2024-01-01' - 1 AND (valid_to IS NULL OR valid_to > DATE '2024-01-01' - 1)
GROUP BY ALL;

-- {"group_by": [{"time": "quarter"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT period, COUNT(*)
FROM quarter_ends('2023-01-01', '2025-01-01'), tiers_held
WHERE valid_from <= last_day AND (valid_to IS NULL OR valid_to > last_day)
GROUP BY ALL;

-- {"group_by": [{"time": "month"}, {"field": "loyalty_tiers.tier"}], "where": {"field": "guests.nationality", "in": ["KR"]}, "period": {"from": "2024-01-01", "to": "2024-07-01"}}
SELECT period, tier_code, COUNT(*)
FROM month_ends('2024-01-01', '2024-07-01'), tiers_held
WHERE valid_from <= last_day AND (valid_to IS NULL OR valid_to > last_day) AND nationality_code = 'KR'
GROUP BY ALL;
