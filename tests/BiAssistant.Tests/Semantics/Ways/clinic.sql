CREATE TABLE cities (city_id INTEGER, city_name VARCHAR, country VARCHAR);
INSERT INTO cities VALUES (1, 'Oslo', 'NO'), (2, 'Bergen', 'NO'), (3, 'Lund', 'SE');

CREATE TABLE addresses (address_id INTEGER, street VARCHAR, city_id INTEGER);
INSERT INTO addresses VALUES (11, 'Fjord', 1), (12, 'Hill', 2), (13, 'Park', 3), (14, 'Mill', 1);

CREATE TABLE persons (person_id INTEGER, full_name VARCHAR, born INTEGER, address_id INTEGER, kind VARCHAR, erased INTEGER);
INSERT INTO persons VALUES
    (1, 'Ada', 1980, 11, 'P', 0), (2, 'Bo', 1990, 12, 'P', 0), (3, 'Cy', 2001, 13, 'P', 0), (4, 'Di', 1970, 11, 'S', 0),
    (5, 'Eli', 1965, 12, 'S', 0), (6, 'Fay', 1988, 14, 'S', 0), (7, 'Gus', 1950, 13, 'P', 1), (8, 'Ada', 1999, 14, 'S', 0);

CREATE TABLE patients (patient_id INTEGER, blood VARCHAR, since DATE);
INSERT INTO patients VALUES (1, 'A', '2023-01-10'), (2, 'B', '2023-05-02'), (3, 'A', '2024-02-20'), (7, '0', '2022-07-07');

CREATE TABLE staff (staff_no INTEGER, person_id INTEGER, job VARCHAR, specialty VARCHAR, wage INTEGER, boss_no INTEGER, hired_on DATE, address_id INTEGER);
INSERT INTO staff VALUES
    (100, 4, 'D', 'heart', 900, NULL, '2020-01-01', 12), (101, 5, 'D', 'skin', 800, 100, '2021-03-01', 12),
    (102, 6, 'N', NULL, 500, 101, '2022-06-15', 14), (103, 8, 'N', NULL, 450, 101, '2024-01-20', 13);

CREATE TABLE badges (badge_no INTEGER, staff_no INTEGER, colour VARCHAR);
INSERT INTO badges VALUES (1, 100, 'red'), (2, 102, 'blue'), (3, 103, 'blue');

CREATE TABLE clinics (clinic_id INTEGER, region VARCHAR, clinic_name VARCHAR, city_id INTEGER, head_no INTEGER);
INSERT INTO clinics VALUES (1, 'N', 'North', 1, 100), (1, 'S', 'South', 3, 101), (2, 'S', 'Coast', 2, 101);

CREATE TABLE visits (visit_id INTEGER, patient_id INTEGER, doctor_no INTEGER, referrer_no INTEGER, clinic_id INTEGER, region VARCHAR, visited_on DATE, booked_on DATE, fee INTEGER);
INSERT INTO visits VALUES
    (1, 1, 100, NULL, 1, 'N', '2024-01-05', '2023-12-20', 100), (2, 1, 101, 100, 1, 'S', '2024-02-06', '2024-01-20', 60),
    (3, 2, 101, NULL, 2, 'S', '2024-02-10', '2024-02-01', 40), (4, 3, 100, 101, 1, 'N', '2024-03-01', '2024-02-25', 200),
    (5, 7, 100, NULL, 1, 'N', '2024-03-02', '2024-03-01', 999);

CREATE TABLE days (day DATE, season VARCHAR);
INSERT INTO days VALUES
    ('2023-12-20', 'winter'), ('2024-01-05', 'winter'), ('2024-01-20', 'winter'), ('2024-02-01', 'winter'), ('2024-02-06', 'winter'),
    ('2024-02-10', 'winter'), ('2024-02-25', 'winter'), ('2024-03-01', 'spring'), ('2024-03-02', 'spring');

CREATE TABLE plans (plan_id INTEGER, patient_id INTEGER, plan_name VARCHAR);
INSERT INTO plans VALUES (1, 2, 'Gold'), (2, 3, 'Basic');

CREATE TABLE payments (payment_id INTEGER, visit_id INTEGER, plan_id INTEGER, amount INTEGER);
INSERT INTO payments VALUES (1, 1, NULL, 100), (2, 2, NULL, 50), (3, NULL, 1, 30), (4, NULL, 2, 25), (5, 3, NULL, 40);
