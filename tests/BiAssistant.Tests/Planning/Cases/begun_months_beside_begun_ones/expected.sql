SELECT
  month,
  region,
  SUM(now) AS tickets,
  SUM(before) AS tickets_before,
  SUM(now) - SUM(before) AS tickets_change
FROM (
  SELECT CAST(DATE_TRUNC('month', t.opened_on) AS DATE) AS month, s.region, 1 AS now, 0 AS before
  FROM tickets t JOIN sites s ON t.site_id = s.site_id
  WHERE t.opened_on BETWEEN '2024-01-01' AND '2024-03-15'
  UNION ALL
  SELECT CAST(DATE_TRUNC('month', t.opened_on + INTERVAL 1 MONTH) AS DATE), s.region, 0, 1
  FROM tickets t JOIN sites s ON t.site_id = s.site_id
  WHERE t.opened_on BETWEEN '2023-12-01' AND '2024-02-15'
) AS together
GROUP BY month, region
