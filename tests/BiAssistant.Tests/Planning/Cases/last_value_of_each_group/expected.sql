-- Two parts were counted in the North on the first day, and they differ.
SELECT * FROM (VALUES ('North', 8, NULL), ('South', 3, 6))
