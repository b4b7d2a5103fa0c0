-- {"measures": [{"metric": "members"}, {"metric": "points_balance"}, {"metric": "points_earned"}], "group_by": [{"time": "month"}, {"field": "guests.loyalty_tier"}], "period": {"from": "2024-01-01", "to": "2024-07-01"}}
SELECT period, loyalty_tier, members, points, COALESCE(earned, 0)
FROM (
  SELECT period, loyalty_tier, COUNT(*) AS members FROM month_ends('2024-01-01', '2024-07-01'), members WHERE joined_on <= last_day AND (left_on IS NULL OR left_on > last_day) GROUP BY ALL
)
FULL JOIN (SELECT month_of(month_end) AS period, loyalty_tier, SUM(points) AS points FROM balances WHERE month_end >= '2024-01-01' AND month_end < '2024-07-01' GROUP BY ALL) USING (period, loyalty_tier)
FULL JOIN (SELECT month_of(happened_on) AS period, loyalty_tier, SUM(points) AS earned FROM points_moved WHERE kind_code = 'ERN' AND happened_on >= '2024-01-01' AND happened_on < '2024-07-01' GROUP BY ALL)
  USING (period, loyalty_tier);

-- {"measures": [{"operator": "divide", "left": {"metric": "points_balance"}, "right": {"metric": "members"}}], "group_by": [{"field": "guests.loyalty_tier"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT loyalty_tier, points / members
FROM (SELECT loyalty_tier, COUNT(*) AS members FROM members WHERE joined_on <= '2024-12-31' AND (left_on IS NULL OR left_on > '2024-12-31') GROUP BY ALL)
JOIN (
  SELECT loyalty_tier, SUM(points) AS points FROM balances WHERE month_end = '2024-12-31' GROUP BY ALL
) USING (loyalty_tier);

-- {"measures": [{"shifted": {"metric": "members"}, "by": {"count": 1, "grain": "year"}, "show": "percent_change"}, {"metric": "members"}], "group_by": [{"time": "quarter"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * (now - earlier) / earlier, now
FROM (
  SELECT period,
    (SELECT COUNT(*) FROM members WHERE joined_on <= last_day AND (left_on IS NULL OR left_on > last_day)) AS now,
    (SELECT COUNT(*) FROM members WHERE joined_on <= last_day - INTERVAL 1 YEAR AND (left_on IS NULL OR left_on > last_day - INTERVAL 1 YEAR)) AS earlier
  FROM quarter_ends('2024-01-01', '2025-01-01')
);

-- {"measures": [{"metric": "tier_holders"}], "group_by": [{"field": "loyalty_tiers.tier"}, {"field": "guests.loyalty_tier"}], "period": {"from": "2023-01-01", "to": "2024-01-01"}}
SELECT tier_code, loyalty_tier, COUNT(*)
FROM tiers_held
WHERE valid_from <= '2023-12-31' AND (valid_to IS NULL OR valid_to > '2023-12-31')
GROUP BY ALL;

-- {"measures": [{"metric": "points_redeemed"}], "group_by": [{"field": "properties.name", "via": "transaction_property"}], "where": {"field": "loyalty_members.newsletter", "in": [true]}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT hotel, SUM(-points)
FROM points_moved
WHERE kind_code = 'RDM' AND newsletter AND year(happened_on) = 2024
GROUP BY ALL;

-- {"measures": [{"metric": "members"}], "group_by": [{"field": "loyalty_members.status"}, {"field": "properties.region", "via": "member_home"}]}
SELECT status_code, region, COUNT(*)
FROM members LEFT JOIN hotels ON property_code = home_property_code
WHERE joined_on <= '2024-12-31' AND (left_on IS NULL OR left_on > '2024-12-31')
GROUP BY ALL;

-- {"measures": [{"aggregate": "sum", "field": "loyalty_transactions.points"}], "group_by": [{"field": "loyalty_transactions.kind"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT kind_code, SUM(points)
FROM points_moved
WHERE year(happened_on) = 2024
GROUP BY ALL;

-- {"measures": [{"aggregate": "sum", "field": "loyalty_transactions.points"}], "group_by": [{"time": "month", "field": "loyalty_transactions.posted_on"}], "where": {"field": "loyalty_transactions.posted_on", "period": {"from": "2024-01-01", "to": "2025-01-01"}}}
SELECT month_of(posted_on), SUM(points)
FROM points_moved
WHERE year(posted_on) = 2024
GROUP BY ALL;
