CREATE TABLE sites (site_id INTEGER, name VARCHAR, region VARCHAR);
INSERT INTO sites VALUES (1, 'Harbour', 'North'), (2, 'Mill', 'North'), (3, 'Harbour', 'South'), (4, 'Quarry', NULL);
CREATE TABLE customers (customer_id INTEGER, name VARCHAR, country VARCHAR);
INSERT INTO customers VALUES (10, 'Aalto', 'FI'), (11, 'Byrne', 'IE'), (12, 'Choi', 'KR');
CREATE TABLE tickets (ticket_id INTEGER, site_id INTEGER, customer_id INTEGER, opened_on DATE, status VARCHAR, hours DECIMAL(9, 2));
INSERT INTO tickets VALUES
  (100, 1, 10, '2023-12-31', 'closed', 1.50), (101, 1, 11, '2024-01-01', 'open', 2.25), (102, 1, NULL, '2024-01-31', 'closed', 3.00),
  (103, 2, 10, '2024-02-29', 'open', NULL), (104, 2, 12, '2024-03-31', 'closed', 4.00), (105, 3, 12, '2024-04-01', 'closed', 0.75),
  (106, 3, 12, '2024-12-31', 'open', 8.00), (107, 4, 11, '2024-05-05', 'closed', 2.00), (108, 1, 10, '2025-01-01', 'open', 1.00);
CREATE TABLE parts_used (line_id INTEGER, ticket_id INTEGER, part VARCHAR, amount_cents INTEGER);
INSERT INTO parts_used VALUES
  (1, 101, 'belt', 1999), (2, 101, 'belt', 1999), (3, 101, 'seal', 505), (4, 102, 'pump', 120000), (5, 104, 'seal', 505),
  (6, 105, 'belt', 1999), (7, 106, 'pump', 119999), (8, 107, 'seal', 1), (9, 100, 'belt', 1999);
CREATE TABLE budgets (site_id INTEGER, month DATE, amount DECIMAL(12, 2));
INSERT INTO budgets VALUES (1, '2024-01-01', 1000.00), (1, '2024-02-01', 1000.00), (2, '2024-03-01', 500.50), (3, '2024-12-01', 900.00), (4, '2024-07-01', 10.00);
CREATE TABLE surveys (survey_id INTEGER, site_id INTEGER, answered_on DATE, score INTEGER);
INSERT INTO surveys VALUES (1, 1, '2024-01-05', 5), (2, 1, '2024-01-06', 4), (3, 2, '2024-02-01', 2), (4, 3, '2024-12-30', 3), (5, 9, '2024-03-03', 1);
CREATE TABLE deliveries (delivery_id INTEGER, delivered_on DATE, pallets INTEGER);
INSERT INTO deliveries VALUES
  (1, '2023-01-28', 1), (2, '2023-01-29', 2), (3, '2023-02-25', 4), (4, '2023-02-26', 8), (5, '2023-12-24', 16), (6, '2024-01-27', 32),
  (7, '2024-01-28', 64), (8, '2024-02-03', 128), (9, '2024-02-04', 256), (10, NULL, 512);
CREATE TABLE stock (site_id INTEGER, part VARCHAR, counted_on DATE, pieces INTEGER);
INSERT INTO stock VALUES
  (1, 'belt', '2024-01-31', 10), (1, 'seal', '2024-01-31', 4), (3, 'belt', '2024-01-31', 6),
  (1, 'belt', '2024-02-29', 12), (3, 'belt', '2024-02-29', 5),
  (1, 'belt', '2024-03-31', 7), (1, 'seal', '2024-03-31', 9),
  (1, 'belt', '2024-04-30', 8), (3, 'belt', '2024-05-31', 3), (1, 'belt', '2025-06-30', 99);
CREATE TABLE contracts (contract_id INTEGER, site_id INTEGER, starts_on DATE, ends_on DATE, seats INTEGER);
INSERT INTO contracts VALUES
  (1, 1, '2023-07-01', NULL, 10), (2, 1, '2024-02-01', '2024-03-31', 5), (3, 2, '2024-03-15', '2024-04-01', 3),
  (4, 3, '2024-03-31', '2024-12-31', 7), (5, 4, '2024-04-01', NULL, 2), (6, 2, '2025-02-20', NULL, 4);
CREATE TABLE results (result_id INTEGER, fiscal_year INTEGER, quarter VARCHAR, profit INTEGER);
INSERT INTO results VALUES (1, 2022, '2022-Q3', 1), (2, 2023, '2023-Q4', 2), (3, 2023, '2024-Q1', 4), (4, 2024, '2024-Q2', 8), (5, 2024, NULL, 16), (6, NULL, '2024-Q1', 32);
CREATE TABLE plan_years (year INTEGER, planned INTEGER);
INSERT INTO plan_years VALUES (2023, 100), (2024, 200), (2025, 300);
CREATE TABLE faults (fault_id INTEGER, name VARCHAR, family VARCHAR);
INSERT INTO faults VALUES (1, 'leak', 'water'), (2, 'frost', 'water'), (3, 'noise', 'air'), (4, 'other', NULL);
CREATE TABLE ticket_faults (ticket_id INTEGER, fault_id INTEGER);
INSERT INTO ticket_faults VALUES (101, 1), (101, 2), (101, 3), (102, 1), (104, 3), (104, 3), (105, 4), (107, 2), (107, 3);
CREATE TABLE people (person_id INTEGER, name VARCHAR);
INSERT INTO people VALUES (1, 'Ann'), (2, 'Ben'), (3, 'Cem');
CREATE TABLE crews (ticket_id INTEGER, person_id INTEGER, task VARCHAR);
INSERT INTO crews VALUES (101, 1, 'find'), (101, 1, 'mend'), (101, 2, 'mend'), (102, 3, 'mend'), (104, 1, 'find'), (104, 2, 'mend'), (104, 3, 'test');
CREATE TABLE calls (call_id INTEGER, site_id INTEGER, customer_id INTEGER, called_on DATE, minutes DECIMAL(9, 2));
INSERT INTO calls VALUES
  (1, 1, 10, '2024-01-03', 5.50), (2, 1, 10, '2024-02-03', 5.50), (3, 2, 11, '2024-02-04', 2.25), (4, 3, NULL, '2024-03-01', 7.00),
  (5, 3, 12, '2024-03-02', NULL), (6, 4, 12, '2024-04-01', 1.10), (7, 1, 99, '2024-04-02', 3.30), (8, 1, 12, '2025-01-31', 2.25), (9, 2, 12, '2024-05-01', 0.35);
CREATE TABLE areas (region VARCHAR, manager VARCHAR);
INSERT INTO areas VALUES ('North', 'Nora'), ('South', 'Saul'), ('East', 'Esma');
CREATE TABLE ratings (rating_id INTEGER, ticket_id INTEGER, stars INTEGER);
INSERT INTO ratings VALUES (1, 100, 5), (2, 101, 3), (3, 101, 4), (4, 103, 2), (5, 104, 5), (6, 106, 1);
