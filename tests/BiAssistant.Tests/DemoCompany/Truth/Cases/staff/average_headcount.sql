-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT COUNT(*) / (DATE '2025-01-01' - DATE '2024-01-01') AS value
FROM days('2024-01-01', '2025-01-01'), staff
WHERE hired_on <= day AND (left_on IS NULL OR left_on > day);

-- {"group_by": [{"field": "departments.name"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT department AS g1, COUNT(*) / (DATE '2024-04-01' - DATE '2023-04-01') AS value
FROM days('2023-04-01', '2024-04-01'), staff
WHERE hired_on <= day AND (left_on IS NULL OR left_on > day)
GROUP BY ALL;

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, worked_days / date_diff('day', period, period + INTERVAL 1 MONTH) AS value
FROM (
  SELECT month_of(day) AS period, COUNT(*) AS worked_days
  FROM days('2024-01-01', '2025-01-01'), staff
  WHERE hired_on <= day AND (left_on IS NULL OR left_on > day)
  GROUP BY ALL
);

-- {"group_by": [{"time": "quarter"}, {"field": "properties.region"}], "where": {"field": "departments.name", "in": ["Food and Beverage"]}, "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, g1, worked_days / date_diff('day', period, period + INTERVAL 3 MONTH) AS value
FROM (
  SELECT quarter_of(day) AS period, region AS g1, COUNT(*) AS worked_days
  FROM days('2024-01-01', '2025-01-01'), staff
  WHERE hired_on <= day AND (left_on IS NULL OR left_on > day) AND department = 'Food and Beverage'
  GROUP BY ALL
);
