SELECT m::DATE, region, n, w, r FROM (VALUES
  ('2024-01-01', 'North', 14, 20, 16), ('2024-01-01', 'South', 6, 20, NULL),
  ('2024-02-01', 'North', 12, 17, 16), ('2024-02-01', 'South', 5, 17, NULL),
  ('2024-03-01', 'North', 16, 16, 16), ('2024-03-01', 'South', NULL, 16, NULL)) AS taken(m, region, n, w, r)
