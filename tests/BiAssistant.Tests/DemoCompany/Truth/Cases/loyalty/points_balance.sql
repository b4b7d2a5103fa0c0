-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT SUM(points)
FROM (
  SELECT member_id, points
  FROM loyalty_balances
  WHERE month_end >= '2024-01-01' AND month_end < '2025-01-01'
  QUALIFY ROW_NUMBER() OVER (PARTITION BY member_id ORDER BY month_end DESC) = 1
) JOIN members USING (member_id);

-- {"group_by": [{"field": "guests.nationality"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT nationality_code, SUM(points)
FROM (
  SELECT member_id, points
  FROM loyalty_balances
  WHERE month_end >= '2023-04-01' AND month_end < '2024-04-01'
  QUALIFY ROW_NUMBER() OVER (PARTITION BY member_id ORDER BY month_end DESC) = 1
) JOIN members USING (member_id)
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, SUM(points)
FROM (
  SELECT month_of(month_end) AS period, member_id, points
  FROM loyalty_balances
  WHERE month_end >= '2024-01-01' AND month_end < '2025-01-01'
  QUALIFY ROW_NUMBER() OVER (PARTITION BY member_id, month_of(month_end) ORDER BY month_end DESC) = 1
) JOIN members USING (member_id)
GROUP BY ALL;

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "guests.loyalty_tier"}], "where": {"field": "guests.nationality", "in": ["KR"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, loyalty_tier, SUM(points)
FROM (
  SELECT fiscal_quarter_of(month_end) AS period, member_id, points
  FROM loyalty_balances
  WHERE month_end >= '2023-04-01' AND month_end < '2024-04-01'
  QUALIFY ROW_NUMBER() OVER (PARTITION BY member_id, fiscal_quarter_of(month_end) ORDER BY month_end DESC) = 1
) JOIN members USING (member_id)
WHERE nationality_code = 'KR'
GROUP BY ALL;
