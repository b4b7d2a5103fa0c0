-- tickets
WITH
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      '2024-01-01' AS period,
      '2023-11-03' AS rows_from,
      '2024-02-01' AS rows_to
    UNION ALL
    SELECT
      '2024-02-01',
      '2023-12-02',
      '2024-03-01'
    UNION ALL
    SELECT
      '2024-03-01',
      '2024-01-02',
      '2024-04-01'
    UNION ALL
    SELECT
      '2024-04-01',
      '2024-02-01',
      '2024-05-01'
  )
SELECT
  periods.period AS month,
  sites.region,
  COUNT(*) AS tickets_90_days
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
JOIN periods ON tickets.opened_on >= periods.rows_from AND tickets.opened_on < periods.rows_to
GROUP BY periods.period, sites.region
ORDER BY month NULLS LAST, sites.region NULLS LAST
