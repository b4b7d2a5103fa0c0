-- {"measures": [{"metric": "average_headcount"}, {"metric": "staff_turnover"}], "period": {"from": "2023-12-01", "to": "2024-12-01"}}
SELECT heads, 100.0 * leavers / heads
FROM
  (SELECT COUNT(*) / 366 AS heads FROM days('2023-12-01', '2024-12-01'), staff WHERE hired_on <= day AND (left_on IS NULL OR left_on > day)),
  (SELECT COUNT(*) AS leavers FROM staff WHERE left_on >= '2023-12-01' AND left_on < '2024-12-01');

-- {"measures": [{"metric": "staff_turnover"}]}
SELECT 100.0 * leavers / heads
FROM
  (SELECT COUNT(*) / 366 AS heads FROM days('2023-12-01', '2024-12-01'), staff WHERE hired_on <= day AND (left_on IS NULL OR left_on > day)),
  (SELECT COUNT(*) AS leavers FROM staff WHERE left_on >= '2023-12-01' AND left_on < '2024-12-01');

-- {"measures": [{"metric": "revenue_growth"}], "group_by": [{"time": "fiscal_year"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT DATE '2023-04-01', 100.0 * (now - earlier) / earlier
FROM
  (SELECT SUM(net_amount) AS now FROM nights WHERE fiscal_year_of(night) = '2023-04-01'),
  (SELECT SUM(net_amount) AS earlier FROM nights WHERE fiscal_year_of(night) = '2022-04-01');

-- {"measures": [{"metric": "month_to_date_revenue"}, {"metric": "revenue"}], "group_by": [{"time": "week"}], "period": {"from": "2024-05-20", "to": "2024-06-17"}}
SELECT week,
  (SELECT SUM(net_amount) FROM nights WHERE night <= week + 6 AND night >= month_of(week + 6)),
  (SELECT SUM(net_amount) FROM nights WHERE night <= week + 6 AND night >= week)
FROM (VALUES (DATE '2024-05-20'), (DATE '2024-05-27'), (DATE '2024-06-03'), (DATE '2024-06-10')) weeks(week);

-- {"measures": [{"metric": "revenue_28_days"}], "group_by": [{"time": "day"}, {"field": "properties.region"}], "period": {"from": "2024-03-01", "to": "2024-03-05"}}
SELECT day, region, SUM(net_amount)
FROM days('2024-03-01', '2024-03-05'), nights
WHERE night <= day AND night > day - 28
GROUP BY ALL;

-- {"measures": [{"metric": "points_balance"}], "period": {"from": "2024-01-01", "to": "2024-06-15"}}
SELECT SUM(points)
FROM balances
WHERE month_end = '2024-05-31';

-- {"measures": [{"metric": "points_balance"}], "group_by": [{"time": "fiscal_year"}]}
SELECT fiscal_year_of(month_end), SUM(points)
FROM balances
WHERE month_end IN ('2022-03-31', '2023-03-31', '2024-03-31', '2024-12-31')
GROUP BY ALL;

-- {"measures": [{"metric": "average_points_balance"}, {"metric": "points_balance"}], "period": {"from": "2024-01-01", "to": "2024-02-01"}}
SELECT SUM(points), SUM(points) FROM balances WHERE month_end = '2024-01-31';

-- {"measures": [{"metric": "members"}, {"metric": "open_complaints"}], "group_by": [{"time": "week"}], "period": {"from": "2024-12-02", "to": "2025-01-01"}}
SELECT week,
  (SELECT COUNT(*) FROM members WHERE joined_on <= LEAST(week + 6, DATE '2024-12-31') AND (left_on IS NULL OR left_on > LEAST(week + 6, DATE '2024-12-31'))),
  (SELECT COUNT(*) FROM raised WHERE opened_on <= LEAST(week + 6, DATE '2024-12-31') AND (resolved_on IS NULL OR resolved_on > LEAST(week + 6, DATE '2024-12-31')))
FROM (VALUES (DATE '2024-12-02'), (DATE '2024-12-09'), (DATE '2024-12-16'), (DATE '2024-12-23'), (DATE '2024-12-30')) weeks(week);

-- {"measures": [{"metric": "members"}], "group_by": [{"time": "year"}]}
SELECT period, (SELECT COUNT(*) FROM members WHERE joined_on <= last_day AND (left_on IS NULL OR left_on > last_day))
FROM year_ends('2022-01-01', '2025-01-01')
WHERE last_day >= (SELECT MIN(joined_on) FROM members);

-- {"measures": [{"metric": "revenue_pace"}], "group_by": [{"field": "properties.region"}], "period": {"from": "2024-04-01", "to": "2025-04-01"}}
SELECT region, 100.0 * revenue / (budget * 275 / 365)
FROM (SELECT region, SUM(net_amount) AS revenue FROM nights WHERE fiscal_year_of(night) = '2024-04-01' GROUP BY ALL)
JOIN (SELECT region, SUM(amount) AS budget FROM budgeted WHERE line_code = 'ROM' AND fiscal_year_of(month) = '2024-04-01' GROUP BY ALL) USING (region);

-- {"measures": [{"metric": "revenue_attainment"}, {"metric": "revenue"}], "group_by": [{"time": "month"}], "period": {"from": "2024-10-01", "to": "2025-04-01"}}
SELECT month, CASE WHEN month <= '2024-12-31' THEN 100.0 * revenue / budget END, revenue
FROM (SELECT month, SUM(amount) AS budget FROM budgeted WHERE line_code = 'ROM' AND month >= '2024-10-01' AND month < '2025-04-01' GROUP BY ALL)
LEFT JOIN (SELECT month_of(night) AS month, SUM(net_amount) AS revenue FROM nights GROUP BY ALL) USING (month);

-- {"measures": [{"metric": "revenue_variance"}], "group_by": [{"time": "month"}], "period": {"from": "2024-10-01", "to": "2025-01-01"}}
SELECT month, revenue - budget
FROM (SELECT month, SUM(amount) AS budget FROM budgeted WHERE line_code = 'ROM' AND month >= '2024-10-01' AND month < '2025-01-01' GROUP BY ALL)
LEFT JOIN (SELECT month_of(night) AS month, SUM(net_amount) AS revenue FROM nights GROUP BY ALL) USING (month);

-- {"measures": [{"in_period": {"metric": "members"}, "period": {"from": "2023-01-01", "to": "2024-01-01"}, "as": "then"}, {"metric": "members"}], "group_by": [{"field": "guests.loyalty_tier"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT loyalty_tier,
  COUNT(*) FILTER (WHERE joined_on <= '2023-12-31' AND (left_on IS NULL OR left_on > '2023-12-31')),
  COUNT(*) FILTER (WHERE joined_on <= '2024-12-31' AND (left_on IS NULL OR left_on > '2024-12-31'))
FROM members
GROUP BY ALL;

-- {"measures": [{"metric": "spa_conversion"}], "group_by": [{"field": "bookings.channel"}], "where": {"field": "properties.style", "in": ["RST"]}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT channel_code, 100.0 * COUNT(DISTINCT CASE WHEN EXISTS (
    SELECT 1 FROM visits WHERE visits.guest_id = first.guest_id AND visits.started_on BETWEEN first.arrival_date AND first.arrival_date + 7
  ) THEN first.guest_id END) / COUNT(DISTINCT first.guest_id)
FROM booked first
WHERE style_code = 'RST' AND year(arrival_date) = 2024
GROUP BY ALL;

-- {"measures": [{"metric": "revenue_index"}], "group_by": [{"time": "fiscal_quarter"}], "where": {"field": "bookings.channel", "in": ["OTA"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT quarter_of(night), 100.0 * SUM(net_amount) / (SELECT SUM(net_amount) FROM nights WHERE channel_code = 'OTA' AND year(night) = 2022)
FROM nights
WHERE channel_code = 'OTA' AND night >= '2023-04-01' AND night < '2024-04-01'
GROUP BY ALL;

-- {"measures": [{"shifted": {"metric": "points_balance"}, "by": {"count": 1, "grain": "year"}, "show": "change"}, {"shifted": {"metric": "satisfaction_score"}, "by": {"count": 1, "grain": "quarter"}, "show": "change"}], "group_by": [{"time": "quarter"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period,
  (SELECT SUM(points) FROM balances WHERE month_end = last_day) - (SELECT SUM(points) FROM balances WHERE month_end = last_day - INTERVAL 1 YEAR),
  (SELECT AVG(overall_score) FROM surveys WHERE quarter_of(submitted_on) = period) - (SELECT AVG(overall_score) FROM surveys WHERE quarter_of(submitted_on) = period - INTERVAL 3 MONTH)
FROM quarter_ends('2024-01-01', '2025-01-01');

-- {"measures": [{"metric": "complaints"}, {"metric": "revenue"}], "period": {"from": "2024-12-25", "to": null}}
SELECT (SELECT COUNT(*) FROM raised WHERE opened_on >= '2024-12-25'), (SELECT SUM(net_amount) FROM nights WHERE night >= '2024-12-25');

-- {"measures": [{"metric": "website_conversion_rate"}], "group_by": [{"time": "quarter"}, {"field": "web_traffic.device"}], "where": {"field": "web_traffic.visited_on", "period": {"from": "2024-02-10", "to": "2024-08-20"}}}
SELECT quarter_of(day), device_code, 100.0 * SUM(bookings_completed) / SUM(visits)
FROM traffic
WHERE day >= '2024-02-10' AND day < '2024-08-20'
GROUP BY ALL;
