SELECT
  m.starts,
  SUM(d.pallets) FILTER (WHERE d.delivered_on >= m.starts AND d.delivered_on < m.ends),
  SUM(d.pallets) FILTER (WHERE d.delivered_on >= m.earlier AND d.delivered_on < m.earlier_ends),
  SUM(d.pallets) FILTER (WHERE d.delivered_on >= m.half_year AND d.delivered_on < m.ends)
FROM (VALUES
  (DATE '2023-01-29', DATE '2023-02-26', DATE '2022-01-30', DATE '2022-02-27', DATE '2022-08-28'),
  (DATE '2023-02-26', DATE '2023-03-26', DATE '2022-02-27', DATE '2022-03-27', DATE '2022-09-25'),
  (DATE '2023-03-26', DATE '2023-04-30', DATE '2022-03-27', DATE '2022-05-01', DATE '2022-10-30'),
  (DATE '2023-04-30', DATE '2023-05-28', DATE '2022-05-01', DATE '2022-05-29', DATE '2022-11-27'),
  (DATE '2023-05-28', DATE '2023-06-25', DATE '2022-05-29', DATE '2022-06-26', DATE '2022-12-25'),
  (DATE '2023-06-25', DATE '2023-07-30', DATE '2022-06-26', DATE '2022-07-31', DATE '2023-01-29'),
  (DATE '2023-07-30', DATE '2023-08-27', DATE '2022-07-31', DATE '2022-08-28', DATE '2023-02-26'),
  (DATE '2023-08-27', DATE '2023-09-24', DATE '2022-08-28', DATE '2022-09-25', DATE '2023-03-26'),
  (DATE '2023-09-24', DATE '2023-10-29', DATE '2022-09-25', DATE '2022-10-30', DATE '2023-04-30'),
  (DATE '2023-10-29', DATE '2023-11-26', DATE '2022-10-30', DATE '2022-11-27', DATE '2023-05-28'),
  (DATE '2023-11-26', DATE '2023-12-24', DATE '2022-11-27', DATE '2022-12-25', DATE '2023-06-25'),
  (DATE '2023-12-24', DATE '2024-02-04', DATE '2022-12-25', DATE '2023-01-29', DATE '2023-07-30'),
  (DATE '2024-02-04', DATE '2024-03-03', DATE '2023-01-29', DATE '2023-02-26', DATE '2023-08-27')
) m(starts, ends, earlier, earlier_ends, half_year)
JOIN deliveries d ON (d.delivered_on >= m.half_year AND d.delivered_on < m.ends) OR (d.delivered_on >= m.earlier AND d.delivered_on < m.earlier_ends)
GROUP BY m.starts
