SELECT
  q.quarter,
  (SELECT COUNT(*) FROM tickets WHERE opened_on < q.quarter + INTERVAL 3 MONTH),
  (SELECT COUNT(*) FROM tickets WHERE opened_on >= q.fiscal_year AND opened_on < q.quarter + INTERVAL 3 MONTH),
  (SELECT COUNT(*) FROM tickets WHERE opened_on >= q.quarter AND opened_on < q.quarter + INTERVAL 3 MONTH)
    - (SELECT COUNT(*) FROM tickets WHERE opened_on >= q.quarter - INTERVAL 3 MONTH AND opened_on < q.quarter)
FROM (VALUES (DATE '2024-01-01', DATE '2023-04-01'), (DATE '2024-04-01', DATE '2024-04-01'), (DATE '2024-07-01', DATE '2024-04-01'), (DATE '2024-10-01', DATE '2024-04-01')) q(quarter, fiscal_year)
