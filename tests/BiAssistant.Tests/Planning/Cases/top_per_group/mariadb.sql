-- tickets
WITH
  -- each group's place; equal values share one
  ranked AS (
    SELECT
      grouped.country,
      grouped.region,
      grouped.tickets,
      RANK() OVER (PARTITION BY grouped.region ORDER BY grouped.tickets DESC) AS position
    FROM (
      SELECT
        customers.country,
        sites.region,
        COUNT(*) AS tickets
      FROM tickets
      LEFT JOIN customers ON tickets.customer_id = customers.customer_id
      JOIN sites ON tickets.site_id = sites.site_id
      GROUP BY customers.country, sites.region
    ) AS grouped
  )
SELECT
  country,
  region,
  tickets
FROM ranked
WHERE position <= 1
ORDER BY
  tickets DESC,
  CASE WHEN country IS NULL THEN 1 ELSE 0 END,
  country,
  CASE WHEN region IS NULL THEN 1 ELSE 0 END,
  region
