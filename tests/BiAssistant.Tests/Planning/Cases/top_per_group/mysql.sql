-- tickets
WITH
  -- each group's place; equal values share one
  ranked AS (
    SELECT
      customers.country,
      sites.region,
      COUNT(*) AS tickets,
      RANK() OVER (PARTITION BY sites.region ORDER BY COUNT(*) DESC) AS position
    FROM tickets
    LEFT JOIN customers ON tickets.customer_id = customers.customer_id
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY customers.country, sites.region
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
