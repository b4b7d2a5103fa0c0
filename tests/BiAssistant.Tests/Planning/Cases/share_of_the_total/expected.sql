SELECT region, n, n / 9.0 FROM (VALUES ('North', 6), ('South', 2), (NULL, 1)) AS counted(region, n)
