-- {"period": {"from": "2023-01-01", "to": "2024-01-01"}}
SELECT COUNT(*)
FROM members
WHERE joined_on <= DATE '2024-01-01' - 1 AND (left_on IS NULL OR left_on > DATE '2024-01-01' - 1);

-- {"group_by": [{"field": "guests.nationality"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT nationality_code, COUNT(*)
FROM members
WHERE joined_on <= DATE '2025-01-01' - 1 AND (left_on IS NULL OR left_on > DATE '2025-01-01' - 1)
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, COUNT(*)
FROM month_ends('2024-01-01', '2025-01-01'), members
WHERE joined_on <= last_day AND (left_on IS NULL OR left_on > last_day)
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "guests.loyalty_tier"}], "where": {"field": "loyalty_members.newsletter", "in": [true]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, loyalty_tier, COUNT(*)
FROM quarter_ends('2023-04-01', '2024-04-01'), members
WHERE joined_on <= last_day AND (left_on IS NULL OR left_on > last_day) AND newsletter
GROUP BY ALL;

-- {"group_by": [{"field": "properties.name", "via": "member_home"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT hotel, COUNT(*)
FROM members LEFT JOIN hotels ON property_code = home_property_code
WHERE joined_on <= '2024-12-31' AND (left_on IS NULL OR left_on > '2024-12-31')
GROUP BY ALL;

-- {}
SELECT COUNT(*)
FROM members
WHERE joined_on <= '2024-12-31' AND (left_on IS NULL OR left_on > '2024-12-31');
