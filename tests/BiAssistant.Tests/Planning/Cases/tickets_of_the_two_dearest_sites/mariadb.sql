-- tickets
WITH
  -- each group's place; equal values share one
  ranked AS (
    SELECT
      grouped.name AS site_name,
      grouped.site_id,
      grouped.value * 0.01 AS parts_cost,
      RANK() OVER (ORDER BY grouped.value * 0.01 DESC) AS position
    FROM (
      SELECT
        sites.name,
        sites.site_id,
        SUM(parts.amount_cents) AS value
      FROM parts_used AS parts
      JOIN tickets ON parts.ticket_id = tickets.ticket_id
      JOIN sites ON tickets.site_id = sites.site_id
      GROUP BY sites.name, sites.site_id
    ) AS grouped
  ),
  -- what is looked for
  parts_cost_found AS (
    SELECT site_id
    FROM ranked
    WHERE position <= 2
    GROUP BY site_id
  )
SELECT
  tickets.status,
  COUNT(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
LEFT JOIN parts_cost_found ON sites.site_id = parts_cost_found.site_id
WHERE parts_cost_found.site_id IS NOT NULL
GROUP BY tickets.status
ORDER BY COUNT(*) DESC, CASE WHEN tickets.status IS NULL THEN 1 ELSE 0 END, tickets.status
