SELECT * FROM (VALUES (DATE '2024-01-01', 'North', 16, 16), (DATE '2024-01-01', 'South', NULL, 5), (DATE '2024-04-01', 'North', NULL, 8), (DATE '2024-04-01', 'South', 3, 3))
