-- tickets
WITH
  -- each group's place; equal values share one
  ranked AS (
    SELECT
      grouped.country,
      grouped.tickets,
      RANK() OVER (ORDER BY grouped.tickets DESC) AS position
    FROM (
      SELECT
        customers.country,
        COUNT(*) AS tickets
      FROM tickets
      LEFT JOIN customers ON tickets.customer_id = customers.customer_id
      WHERE customers.country IS NOT NULL
      GROUP BY customers.country
    ) AS grouped
  )
SELECT
  country,
  tickets
FROM ranked
WHERE position <= 1
ORDER BY tickets DESC, CASE WHEN country IS NULL THEN 1 ELSE 0 END, country
