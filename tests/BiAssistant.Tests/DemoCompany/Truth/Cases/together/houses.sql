-- {"measures": [{"metric": "website_bookings"}, {"metric": "bookings", "filter": {"field": "bookings.channel", "in": ["DIR"]}}, {"metric": "website_conversion_rate"}], "group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, completed, direct, 100.0 * completed / visits
FROM (SELECT month_of(day) AS period, SUM(bookings_completed) AS completed, SUM(visits) AS visits FROM traffic WHERE year(day) = 2024 GROUP BY ALL)
JOIN (SELECT month_of(booked_on) AS period, COUNT(*) AS direct FROM booked WHERE channel_code = 'DIR' AND year(booked_on) = 2024 GROUP BY ALL) USING (period);

-- {"measures": [{"metric": "operating_margin"}, {"metric": "overall_revenue"}, {"metric": "headcount"}], "group_by": [{"time": "fiscal_quarter"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, 100.0 * (taken + fees - labor - energy) / taken, taken, heads
FROM (
  SELECT period,
    (SELECT SUM(net_amount) FROM nights WHERE quarter_of(night) = period)
      + (SELECT SUM(net_amount) FROM checks WHERE quarter_of(opened_on) = period)
      + (SELECT SUM(amount_cents) / 100.0 FROM visits WHERE status_code IN ('DON', 'NSH') AND quarter_of(started_on) = period)
      + (SELECT SUM(amount) FROM extra_sales WHERE status_code IN ('INH', 'OUT') AND quarter_of(arrival_date) = period) AS taken,
    (SELECT SUM(fee_amount) FROM cancelled WHERE quarter_of(cancelled_day) = period) AS fees,
    (SELECT SUM(labor_cost) FROM worked WHERE quarter_of(shift_date) = period) AS labor,
    (SELECT SUM(cost) FROM readings WHERE quarter_of(month) = period) AS energy,
    (SELECT COUNT(*) FROM staff WHERE hired_on <= last_day AND (left_on IS NULL OR left_on > last_day)) AS heads
  FROM quarter_ends('2023-04-01', '2024-04-01')
);

-- {"measures": [{"metric": "revenue"}, {"metric": "rooms_budget"}, {"metric": "revenue_attainment"}], "group_by": [{"time": "month"}, {"field": "properties.name"}], "period": {"from": "2024-10-01", "to": "2025-01-01"}}
SELECT period, hotel, revenue, budget, 100.0 * revenue / budget
FROM (SELECT month_of(night) AS period, hotel, SUM(net_amount) AS revenue FROM nights WHERE night >= '2024-10-01' AND night < '2025-01-01' GROUP BY ALL)
FULL JOIN (SELECT month AS period, hotel, SUM(amount) AS budget FROM budgeted WHERE line_code = 'ROM' AND month >= '2024-10-01' AND month < '2025-01-01' GROUP BY ALL) USING (period, hotel);

-- {"measures": [{"metric": "revenue"}, {"metric": "bookings"}], "group_by": [{"field": "extras.category"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT sold.category_code, revenue, bookings
FROM (
  SELECT category_code, SUM(net_amount) AS revenue
  FROM nights LEFT JOIN (SELECT DISTINCT booking_id, category_code FROM extra_sales) USING (booking_id) WHERE year(night) = 2024 GROUP BY ALL
) sold
FULL JOIN (
  SELECT category_code, COUNT(*) AS bookings
  FROM booked LEFT JOIN (SELECT DISTINCT booking_id, category_code FROM extra_sales) USING (booking_id) WHERE year(booked_on) = 2024 GROUP BY ALL
) made ON made.category_code IS NOT DISTINCT FROM sold.category_code;

-- {"measures": [{"metric": "revenue"}], "group_by": [{"field": "companies.industry"}], "where": {"field": "bookings.channel", "in": ["COR"]}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT industry_code, SUM(net_amount)
FROM nights LEFT JOIN companies USING (company_id)
WHERE channel_code = 'COR' AND year(night) = 2024
GROUP BY ALL;

-- {"measures": [{"metric": "revenue"}, {"metric": "guests"}], "where": {"field": "guests.lifetime_stays", "operator": ">=", "value": 3}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
WITH regulars AS (SELECT guest_id FROM booked WHERE status_code IN ('OUT', 'INH') GROUP BY ALL HAVING COUNT(*) >= 3)
SELECT
  (SELECT SUM(net_amount) FROM nights WHERE year(night) = 2024 AND guest_id IN (FROM regulars)),
  (SELECT COUNT(DISTINCT guest_id) FROM booked WHERE status_code IN ('OUT', 'INH') AND year(arrival_date) = 2024 AND guest_id IN (FROM regulars));

-- {"measures": [{"metric": "headcount"}, {"metric": "hires"}, {"metric": "leavers"}], "group_by": [{"time": "quarter"}, {"field": "departments.name"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, department, heads, COALESCE(hires, 0), COALESCE(leavers, 0)
FROM (SELECT period, department, COUNT(*) AS heads FROM quarter_ends('2024-01-01', '2025-01-01'), staff WHERE hired_on <= last_day AND (left_on IS NULL OR left_on > last_day) GROUP BY ALL)
FULL JOIN (SELECT quarter_of(hired_on) AS period, department, COUNT(*) AS hires FROM staff WHERE year(hired_on) = 2024 GROUP BY ALL) USING (period, department)
FULL JOIN (SELECT quarter_of(left_on) AS period, department, COUNT(*) AS leavers FROM staff WHERE year(left_on) = 2024 GROUP BY ALL) USING (period, department);

-- {"measures": [{"metric": "restaurant_revenue"}, {"metric": "covers"}, {"metric": "average_check"}], "group_by": [{"time": "week"}], "period": {"from": "2024-06-03", "to": "2024-07-01"}}
SELECT week_of(opened_on), SUM(net_amount), SUM(covers), SUM(net_amount) / SUM(covers)
FROM checks
WHERE opened_on >= '2024-06-03' AND opened_on < '2024-07-01'
GROUP BY ALL;

-- {"measures": [{"metric": "restaurant_revenue"}, {"metric": "spa_revenue"}], "group_by": [{"field": "outlets.kind"}, {"field": "properties.brand"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT outlet_kind, brand_code, food, spa
FROM (SELECT outlet_kind, brand_code, SUM(net_amount) AS food FROM checks WHERE opened_on >= '2023-04-01' AND opened_on < '2024-04-01' GROUP BY ALL)
FULL JOIN (
  SELECT outlet_kind, brand_code, SUM(amount_cents) / 100.0 AS spa FROM visits WHERE status_code IN ('DON', 'NSH') AND started_on >= '2023-04-01' AND started_on < '2024-04-01' GROUP BY ALL
) USING (outlet_kind, brand_code);

-- {"measures": [{"metric": "labor_cost"}], "group_by": [{"field": "employees.job_title", "via": "supervisor"}], "period": {"from": "2024-01-01", "to": "2024-04-01"}}
SELECT boss.job_title, SUM(labor_cost)
FROM worked LEFT JOIN employees boss ON boss.employee_id = worked.supervisor_id
WHERE shift_date >= '2024-01-01' AND shift_date < '2024-04-01'
GROUP BY ALL;

-- {"measures": [{"metric": "revenue"}, {"shifted": {"metric": "revenue"}, "by": {"count": 1, "grain": "year"}, "show": "percent_change"}, {"shifted": {"metric": "revenue"}, "by": {"count": 1, "grain": "quarter"}, "show": "change"}], "group_by": [{"time": "quarter"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT now.period, now.revenue, 100.0 * (now.revenue - year_ago.revenue) / year_ago.revenue, now.revenue - before.revenue
FROM (SELECT quarter_of(night) AS period, SUM(net_amount) AS revenue FROM nights WHERE year(night) = 2024 GROUP BY ALL) now
JOIN (SELECT quarter_of(night) AS period, SUM(net_amount) AS revenue FROM nights GROUP BY ALL) year_ago ON year_ago.period = now.period - INTERVAL 1 YEAR
JOIN (SELECT quarter_of(night) AS period, SUM(net_amount) AS revenue FROM nights GROUP BY ALL) before ON before.period = now.period - INTERVAL 3 MONTH;

-- {"measures": [{"metric": "open_work_orders"}, {"metric": "work_orders"}, {"metric": "repair_cost"}], "group_by": [{"time": "month"}], "where": {"field": "properties.name", "in": ["Sora San Francisco"]}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
-- Months in which nothing was open and nothing was opened have no row.
SELECT *
FROM (
  SELECT period,
    (SELECT COUNT(*) FROM repairs WHERE hotel = 'Sora San Francisco' AND opened_on <= last_day AND (closed_on IS NULL OR closed_on > last_day)) AS open,
    (SELECT COUNT(*) FROM repairs WHERE hotel = 'Sora San Francisco' AND month_of(opened_on) = period) AS opened,
    (SELECT SUM(cost) FROM repairs WHERE hotel = 'Sora San Francisco' AND month_of(opened_on) = period)
  FROM month_ends('2024-01-01', '2025-01-01')
)
WHERE open + opened > 0;

-- {"measures": [{"metric": "published_rate"}, {"metric": "average_daily_rate"}], "group_by": [{"field": "room_types.name"}], "period": {"from": "2024-07-01", "to": "2024-08-01"}}
SELECT room_type, published, paid
FROM (SELECT room_type, AVG(rate) AS published FROM rates WHERE valid_from <= '2024-07-31' AND (valid_to IS NULL OR valid_to >= '2024-07-31') GROUP BY ALL)
FULL JOIN (SELECT room_type, SUM(net_amount) / COUNT(*) AS paid FROM nights WHERE night >= '2024-07-01' AND night < '2024-08-01' GROUP BY ALL) USING (room_type);

-- {"measures": [{"metric": "revenue"}], "group_by": [{"field": "properties.name"}], "where": {"any": [{"field": "properties.region", "in": ["Europe"]}, {"field": "room_types.name", "in": ["Suite"]}]}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT hotel, SUM(net_amount)
FROM nights
WHERE year(night) = 2024 AND (region = 'Europe' OR room_type = 'Suite')
GROUP BY ALL;
