-- A small insurer, made by arithmetic: the same rows at every run. Some policies have no agent, some customers no city, some claims no cause.
CREATE TABLE region (region_code TEXT PRIMARY KEY, region_name TEXT);
INSERT INTO region VALUES ('N', 'Northland'), ('C', 'Central Valley'), ('S', 'South Coast'), ('W', 'West Ridge');
CREATE TABLE branch (branch_id INTEGER PRIMARY KEY, branch_name TEXT, region_code TEXT, city TEXT, opened_on TEXT);
INSERT INTO branch VALUES (1, 'Ashford Office', 'N', 'Ashford', '2008-01-15'), (2, 'Brookhaven Main', 'C', 'Brookhaven', '2009-02-15'),
  (3, 'Carlow Office', 'S', 'Carlow', '2010-03-15'), (4, 'Delmont Main', 'W', 'Delmont', '2011-04-15'), (5, 'Eastport Office', 'N', 'Eastport', '2012-05-15');
CREATE TABLE agent (agent_id INTEGER PRIMARY KEY, full_name TEXT, branch_id INTEGER, hired_on TEXT, lvl TEXT);
INSERT INTO agent
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)
  SELECT i, CASE i % 5 WHEN 0 THEN 'Mina ' WHEN 1 THEN 'Oscar ' WHEN 2 THEN 'Priya ' WHEN 3 THEN 'Liam ' ELSE 'Jade ' END || CASE i % 3 WHEN 0 THEN 'Reyes' WHEN 1 THEN 'Novak' ELSE 'Ito' END,
    i * 3 % 5 + 1, DATE('2015-01-01', (i * 157) || ' days'), SUBSTR('JSM', i * 7 % 3 + 1, 1) FROM n;
CREATE TABLE product (product_code TEXT PRIMARY KEY, product_name TEXT, line TEXT);
INSERT INTO product VALUES ('M1', 'Motor Basic', 'MOT'), ('M2', 'Motor Plus', 'MOT'), ('H1', 'Home Shield', 'HOM'), ('H2', 'Renters Cover', 'HOM'), ('T1', 'Globe Trip', 'TRV'), ('L1', 'Term Life', 'LIF');
CREATE TABLE customer (customer_id INTEGER PRIMARY KEY, full_name TEXT, segment TEXT, city TEXT, birth_year INTEGER, joined_at TEXT, email TEXT);
INSERT INTO customer
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150)
  SELECT i, CASE i % 4 WHEN 0 THEN 'Tomas ' WHEN 1 THEN 'Hana ' WHEN 2 THEN 'Victor ' ELSE 'Jade ' END || CASE i % 7 WHEN 0 THEN 'Silva' WHEN 1 THEN 'Okoro' ELSE 'Bergman' END,
    CASE WHEN i * 11 % 4 = 0 THEN 'B' ELSE 'I' END, CASE i % 6 WHEN 0 THEN NULL WHEN 1 THEN 'Ashford' WHEN 2 THEN 'Carlow' WHEN 3 THEN 'Delmont' ELSE 'Glenrock' END,
    1945 + i * 13 % 58, STRFTIME('%Y-%m-%d %H:%M:%S', '2021-01-01', (i * 37 % 1290) || ' days', (i * 977 % 1440) || ' minutes'), 'c' || i || '@example.org' FROM n;
CREATE TABLE policy (policy_id INTEGER PRIMARY KEY, customer_id INTEGER, product_code TEXT, agent_id INTEGER, start_date TEXT, end_date TEXT, status TEXT, annual_premium REAL, renewal INTEGER, tier INTEGER);
INSERT INTO policy
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
  SELECT i, i * 31 % 140 + 1, SUBSTR('M1M2H1H2T1L1', i * 17 % 6 * 2 + 1, 2), CASE WHEN i % 4 = 3 THEN NULL ELSE (i * i + 5 * i) % 19 + 1 END,
    DATE('2022-07-01', (i * 191 % 775) || ' days'), DATE('2022-07-01', (i * 191 % 775 + 365) || ' days'), SUBSTR('AAALC', i * 3 % 5 + 1, 1), ROUND(180 + i * 7919 % 222000 / 100.0, 2), i * 5 % 3 = 0, i * 7 % 3 + 1 FROM n;
CREATE TABLE premium_payment (payment_id INTEGER PRIMARY KEY, policy_id INTEGER, paid_on TEXT, amount_cents INTEGER, method TEXT, late INTEGER);
INSERT INTO premium_payment
  SELECT policy_id * 4 + q, policy_id, DATE(start_date, (q * 91 + policy_id % 9) || ' days'), CAST(annual_premium * 25 AS INTEGER), SUBSTR('CCBTDDDD', policy_id * 3 % 4 * 2 + 1, 2), (policy_id * 5 + q) % 8 = 0
  FROM policy, (SELECT 0 AS q UNION SELECT 1 UNION SELECT 2 UNION SELECT 3)
  WHERE DATE(start_date, (q * 91 + policy_id % 9) || ' days') <= '2024-08-14';
CREATE TABLE claim (claim_id INTEGER PRIMARY KEY, policy_id INTEGER, reported_at TEXT, closed_on TEXT, cause TEXT, status TEXT, claimed_amount REAL, paid_cents INTEGER);
INSERT INTO claim
  SELECT policy_id, policy_id, STRFTIME('%Y-%m-%d %H:%M:%S', start_date, (policy_id * 29 % 300) || ' days', (policy_id * 601 % 1440) || ' minutes'),
    CASE WHEN policy_id % 4 = 0 THEN NULL ELSE DATE(start_date, (policy_id * 29 % 300 + policy_id % 50 + 2) || ' days') END,
    CASE policy_id % 6 WHEN 0 THEN 'collision' WHEN 1 THEN 'theft' WHEN 2 THEN 'fire' WHEN 3 THEN 'water damage' WHEN 4 THEN 'illness' END, SUBSTR('OPPD', policy_id % 4 + 1, 1), ROUND(50 + policy_id * 4729 % 895000 / 100.0, 2),
    CASE policy_id % 4 WHEN 0 THEN NULL WHEN 3 THEN 0 ELSE CAST(policy_id * 4729 % 895000 * 0.7 AS INTEGER) END
  FROM policy WHERE policy_id % 5 < 3 AND DATE(start_date, (policy_id * 29 % 300) || ' days') < '2024-08-14';
CREATE TABLE complaint (complaint_id INTEGER PRIMARY KEY, customer_id INTEGER, received_on TEXT, topic TEXT, severity INTEGER);
INSERT INTO complaint
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
  SELECT i, i * 17 % 150 + 1, DATE('2023-01-01', (i * 131 % 590) || ' days'), CASE i * 3 % 4 WHEN 0 THEN 'billing' WHEN 1 THEN 'delay' WHEN 2 THEN 'staff' ELSE 'coverage' END, i * 7 % 5 + 1 FROM n;
