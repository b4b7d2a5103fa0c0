-- tickets
WITH
  -- each period and the rows that it looks at
  periods AS (
    SELECT
      CAST('2024-01-01' AS DATE) AS period,
      CAST('2023-11-03' AS DATE) AS rows_from,
      CAST('2024-02-01' AS DATE) AS rows_to
    UNION ALL
    SELECT
      CAST('2024-02-01' AS DATE),
      CAST('2023-12-02' AS DATE),
      CAST('2024-03-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-03-01' AS DATE),
      CAST('2024-01-02' AS DATE),
      CAST('2024-04-01' AS DATE)
    UNION ALL
    SELECT
      CAST('2024-04-01' AS DATE),
      CAST('2024-02-01' AS DATE),
      CAST('2024-05-01' AS DATE)
  )
SELECT
  periods.period AS month,
  sites.region,
  COUNT_BIG(*) AS tickets_90_days
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
JOIN periods ON tickets.opened_on >= periods.rows_from AND tickets.opened_on < periods.rows_to
GROUP BY periods.period, sites.region
ORDER BY
  CASE WHEN periods.period IS NULL THEN 1 ELSE 0 END,
  periods.period,
  CASE WHEN sites.region IS NULL THEN 1 ELSE 0 END,
  sites.region
