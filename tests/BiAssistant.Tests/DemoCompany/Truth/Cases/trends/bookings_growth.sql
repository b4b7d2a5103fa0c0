-- {"period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT 100.0 * (COALESCE(now.value, 0) - earlier.value) / earlier.value
FROM (
  SELECT COUNT(*) AS value
  FROM booked
  WHERE booked_on >= '2024-01-01' AND booked_on < '2025-01-01'
) now, (
  SELECT COUNT(*) AS value
  FROM booked
  WHERE booked_on >= '2023-01-01' AND booked_on < '2024-01-01'
) earlier;

-- {"group_by": [{"field": "bookings.channel"}], "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT g1, 100.0 * (COALESCE(now.value, 0) - earlier.value) / earlier.value
FROM (
  SELECT channel_code AS g1, COUNT(*) AS value
  FROM booked
  WHERE booked_on >= '2023-04-01' AND booked_on < '2024-04-01'
  GROUP BY ALL
) now FULL JOIN (
  SELECT channel_code AS g1, COUNT(*) AS value
  FROM booked
  WHERE booked_on >= '2022-04-01' AND booked_on < '2023-04-01'
  GROUP BY ALL
) earlier USING (g1);

-- {"group_by": [{"time": "month"}], "period": {"from": "2024-01-01", "to": "2025-01-01"}}
SELECT period, 100.0 * (COALESCE(now.value, 0) - earlier.value) / earlier.value
FROM (
  SELECT month_of(booked_on) AS period, COUNT(*) AS value
  FROM booked
  WHERE booked_on >= '2024-01-01' AND booked_on < '2025-01-01'
  GROUP BY ALL
) now FULL JOIN (
  SELECT month_of(booked_on + INTERVAL 12 MONTH) AS period, COUNT(*) AS value
  FROM booked
  WHERE booked_on >= '2023-01-01' AND booked_on < '2024-01-01'
  GROUP BY ALL
) earlier USING (period);

-- {"group_by": [{"time": "fiscal_quarter"}, {"field": "properties.region"}], "where": {"field": "guests.nationality", "in": ["KR"]}, "period": {"from": "2023-04-01", "to": "2024-04-01"}}
SELECT period, g1, 100.0 * (COALESCE(now.value, 0) - earlier.value) / earlier.value
FROM (
  SELECT fiscal_quarter_of(booked_on) AS period, region AS g1, COUNT(*) AS value
  FROM booked
  WHERE booked_on >= '2023-04-01' AND booked_on < '2024-04-01' AND nationality_code = 'KR'
  GROUP BY ALL
) now FULL JOIN (
  SELECT fiscal_quarter_of(booked_on + INTERVAL 12 MONTH) AS period, region AS g1, COUNT(*) AS value
  FROM booked
  WHERE booked_on >= '2022-04-01' AND booked_on < '2023-04-01' AND nationality_code = 'KR'
  GROUP BY ALL
) earlier USING (period, g1);
