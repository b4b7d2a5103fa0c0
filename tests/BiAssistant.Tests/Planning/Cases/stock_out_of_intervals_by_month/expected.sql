SELECT m.month,
  (SELECT SUM(seats) FROM contracts c WHERE c.starts_on <= last_day(m.month) AND (c.ends_on IS NULL OR c.ends_on >= last_day(m.month))),
  (SELECT SUM(seats) FROM contracts c, generate_series(m.month, last_day(m.month), INTERVAL 1 DAY) d(day) WHERE c.starts_on <= d.day AND (c.ends_on IS NULL OR c.ends_on > d.day)) / day(last_day(m.month))
FROM (VALUES (DATE '2024-02-01'), (DATE '2024-03-01'), (DATE '2024-04-01'), (DATE '2024-05-01')) m(month)
