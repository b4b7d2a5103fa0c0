-- {"period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT COUNT(*) AS value
FROM guests
WHERE joined_on IS NOT NULL AND joined_on >= '2023-04-01' AND joined_on < '2024-04-01';

-- {"group_by": [{"field": "guests.nationality"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT nationality_code AS g1, COUNT(*) AS value
FROM guests
WHERE joined_on IS NOT NULL AND joined_on >= '2024-01-01' AND joined_on < '2025-01-01'
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2023-01-01", "to": "2025-01-01"}}
SELECT month_of(joined_on) AS period, COUNT(*) AS value
FROM guests
WHERE joined_on IS NOT NULL AND joined_on >= '2023-01-01' AND joined_on < '2025-01-01'
GROUP BY ALL;
