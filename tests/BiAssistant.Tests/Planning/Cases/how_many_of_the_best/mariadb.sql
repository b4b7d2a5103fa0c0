-- parts
WITH
  -- each group's place; equal values share one
  ranked AS (
    SELECT
      grouped.site_id AS site,
      grouped.value * 0.01 AS parts_cost,
      RANK() OVER (ORDER BY grouped.value * 0.01 DESC) AS position
    FROM (
      SELECT
        sites.site_id,
        SUM(parts.amount_cents) AS value
      FROM parts_used AS parts
      JOIN tickets ON parts.ticket_id = tickets.ticket_id
      JOIN sites ON tickets.site_id = sites.site_id
      GROUP BY sites.site_id
    ) AS grouped
  )
SELECT
  COUNT(*) AS rows_count,
  SUM(parts_cost) AS sum_parts_cost
FROM ranked
WHERE position <= 2
