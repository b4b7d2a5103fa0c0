-- What the SQL by hand is written over: every table of both warehouses in one DuckDB, each fact joined with what it belongs to.

CREATE MACRO day_of(t) AS CAST(t AS DATE);
CREATE MACRO week_of(t) AS CAST(date_trunc('week', t) AS DATE);
CREATE MACRO month_of(t) AS CAST(date_trunc('month', t) AS DATE);
CREATE MACRO quarter_of(t) AS CAST(date_trunc('quarter', t) AS DATE);
CREATE MACRO year_of(t) AS CAST(date_trunc('year', t) AS DATE);
-- The fiscal year starts in April: its quarters are those of the calendar, and it is written as the day on which it starts.
CREATE MACRO fiscal_quarter_of(t) AS quarter_of(t);
CREATE MACRO fiscal_year_of(t) AS CAST(date_trunc('year', t - INTERVAL 3 MONTH) + INTERVAL 3 MONTH AS DATE);

-- Months, quarters and fiscal years from one day to before another, each with its last day; and single days.
CREATE MACRO month_ends(a, b) AS TABLE
  SELECT CAST(start AS DATE) AS period, CAST(start + INTERVAL 1 MONTH - INTERVAL 1 DAY AS DATE) AS last_day
  FROM generate_series(CAST(a AS TIMESTAMP), CAST(b AS TIMESTAMP) - INTERVAL 1 DAY, INTERVAL 1 MONTH) starts(start);
CREATE MACRO quarter_ends(a, b) AS TABLE
  SELECT CAST(start AS DATE) AS period, CAST(start + INTERVAL 3 MONTH - INTERVAL 1 DAY AS DATE) AS last_day
  FROM generate_series(CAST(a AS TIMESTAMP), CAST(b AS TIMESTAMP) - INTERVAL 1 DAY, INTERVAL 3 MONTH) starts(start);
CREATE MACRO year_ends(a, b) AS TABLE
  SELECT CAST(start AS DATE) AS period, CAST(start + INTERVAL 1 YEAR - INTERVAL 1 DAY AS DATE) AS last_day
  FROM generate_series(CAST(a AS TIMESTAMP), CAST(b AS TIMESTAMP) - INTERVAL 1 DAY, INTERVAL 1 YEAR) starts(start);
CREATE MACRO days(a, b) AS TABLE
  SELECT CAST(start AS DATE) AS day FROM generate_series(CAST(a AS TIMESTAMP), CAST(b AS TIMESTAMP) - INTERVAL 1 DAY, INTERVAL 1 DAY) starts(start);

CREATE VIEW hotels AS SELECT property_code, name AS hotel, city, country, region, style_code, brand_code FROM properties;
CREATE VIEW categories AS SELECT room_type_code, name AS room_type FROM room_types;
CREATE VIEW people AS SELECT guest_id, nationality_code, loyalty_tier FROM guests;

CREATE VIEW booked AS SELECT * FROM bookings JOIN hotels USING (property_code) JOIN categories USING (room_type_code) JOIN people USING (guest_id);
CREATE VIEW nights AS SELECT * FROM stay_nights JOIN booked USING (booking_id);
CREATE VIEW inventory AS SELECT * FROM room_inventory JOIN hotels USING (property_code) JOIN categories USING (room_type_code);

CREATE VIEW surveys AS SELECT * FROM satisfaction_surveys JOIN hotels USING (property_code) LEFT JOIN people USING (guest_id);
CREATE VIEW spend AS
  SELECT marketing_spend.*, hotels.*, campaigns.name AS campaign, marketing_channels.name AS medium, kind_code
  FROM marketing_spend JOIN hotels USING (property_code) JOIN campaigns USING (campaign_code) JOIN marketing_channels USING (marketing_channel_code);
CREATE VIEW raised AS
  SELECT *, CAST(opened_at AS DATE) AS opened_on, CAST(resolved_at AS DATE) AS resolved_on FROM complaints JOIN hotels USING (property_code) LEFT JOIN people USING (guest_id);
CREATE VIEW raised_topics AS SELECT * FROM raised JOIN complaint_topic_links USING (complaint_id) JOIN (SELECT topic_code, name AS topic FROM complaint_topics) USING (topic_code);
CREATE VIEW members AS SELECT loyalty_members.*, people.* FROM loyalty_members JOIN people ON guest_id = member_id;
CREATE VIEW tiers_held AS SELECT * FROM loyalty_tiers JOIN members USING (member_id);
CREATE VIEW balances AS SELECT * FROM loyalty_balances JOIN members USING (member_id);
CREATE VIEW points_moved AS SELECT * FROM loyalty_transactions JOIN members USING (member_id) LEFT JOIN hotels USING (property_code);
CREATE VIEW traffic AS SELECT * FROM web_traffic JOIN hotels USING (property_code);
CREATE VIEW reviewed AS SELECT * FROM reviews JOIN hotels USING (property_code);
CREATE VIEW goals AS SELECT * FROM service_goals JOIN hotels USING (property_code);

CREATE VIEW places AS SELECT outlet_id, outlets.name AS outlet, kind_code AS outlet_kind, hotels.* FROM outlets JOIN hotels USING (property_code);
CREATE VIEW checks AS SELECT *, CAST(opened_at AS DATE) AS opened_on FROM restaurant_checks JOIN places USING (outlet_id);
CREATE VIEW dishes AS
  SELECT checks.*, check_lines.quantity, check_lines.amount, menu_items.name AS dish, category_code, unit_cost
  FROM check_lines JOIN checks USING (check_id) JOIN menu_items USING (menu_item_id);
CREATE VIEW visits AS
  SELECT spa_visits.*, CAST(started_at AS DATE) AS started_on, places.* EXCLUDE (outlet_id), treatments.name AS treatment, category_code, nationality_code, loyalty_tier
  FROM spa_visits JOIN places USING (outlet_id) JOIN treatments USING (treatment_code) LEFT JOIN people USING (guest_id);
CREATE VIEW extra_sales AS
  SELECT booking_extras.*, booked.* EXCLUDE (booking_id), extras.name AS extra, category_code
  FROM booking_extras JOIN booked USING (booking_id) JOIN extras USING (extra_code);
CREATE VIEW cancelled AS SELECT *, CAST(cancelled_at AS DATE) AS cancelled_day FROM cancellations JOIN booked USING (booking_id);
CREATE VIEW staff AS SELECT employees.*, hotels.* EXCLUDE (property_code), departments.name AS department FROM employees JOIN hotels USING (property_code) JOIN departments USING (department_code);
CREATE VIEW worked AS SELECT shifts.*, staff.* EXCLUDE (employee_id) FROM shifts JOIN staff USING (employee_id);
CREATE VIEW budgeted AS SELECT * FROM budgets JOIN hotels USING (property_code);
CREATE VIEW readings AS SELECT * FROM utility_readings JOIN hotels USING (property_code);
CREATE VIEW repairs AS
  SELECT work_orders.*, CAST(opened_at AS DATE) AS opened_on, CAST(closed_at AS DATE) AS closed_on, hotels.*, room_type
  FROM work_orders JOIN rooms USING (room_id) JOIN hotels USING (property_code) JOIN categories USING (room_type_code);
CREATE VIEW rates AS SELECT * FROM published_rates JOIN hotels USING (property_code) JOIN categories USING (room_type_code);
CREATE VIEW terms AS SELECT * FROM property_terms JOIN hotels USING (property_code);
CREATE VIEW awards AS SELECT * FROM property_awards JOIN hotels USING (property_code);
