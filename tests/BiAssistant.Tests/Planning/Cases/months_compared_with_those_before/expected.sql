SELECT m::DATE, n, b, n - b FROM (VALUES ('2024-02-01', 1, 2), ('2024-03-01', 1, 1), ('2024-04-01', 1, 1)) AS counted(m, n, b)
