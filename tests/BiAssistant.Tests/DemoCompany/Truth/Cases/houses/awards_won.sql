-- {"period": {"from": "2023-01-01", "to": "2024-01-01"}}
SELECT COUNT(*)
FROM awards
WHERE year = 2023;

-- {"group_by": [{"field": "properties.name"}], "period": {"from": "2023-01-01", "to": "2024-01-01"}}
SELECT hotel, COUNT(*)
FROM awards
WHERE year = 2023
GROUP BY ALL;

-- {"group_by": [{"time": "year"}]}
SELECT year, COUNT(*)
FROM awards
GROUP BY ALL;

-- {"group_by": [{"time": "year"}, {"field": "properties.region"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT year, region, COUNT(*)
FROM awards
WHERE year IN (2023, 2024)
GROUP BY ALL;
