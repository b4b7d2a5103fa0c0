-- tickets
WITH
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      DATE '2024-01-01' AS period,
      DATE '2023-11-03' AS rows_from,
      DATE '2024-02-01' AS rows_to
    UNION ALL
    SELECT
      DATE '2024-02-01',
      DATE '2023-12-02',
      DATE '2024-03-01'
    UNION ALL
    SELECT
      DATE '2024-03-01',
      DATE '2024-01-02',
      DATE '2024-04-01'
    UNION ALL
    SELECT
      DATE '2024-04-01',
      DATE '2024-02-01',
      DATE '2024-05-01'
  )
SELECT
  periods.period AS month,
  sites.region,
  COUNT(*) AS tickets_90_days
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
JOIN periods ON tickets.opened_on >= periods.rows_from AND tickets.opened_on < periods.rows_to
GROUP BY periods.period, sites.region
ORDER BY month, sites.region
