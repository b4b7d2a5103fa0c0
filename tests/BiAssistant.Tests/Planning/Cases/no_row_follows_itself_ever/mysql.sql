-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      sites.region,
      COUNT(DISTINCT sites.site_id) AS came_back_ever_converted
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE EXISTS (
        SELECT 1
        FROM tickets AS tickets_2
        JOIN sites AS ticket_site ON tickets_2.site_id = ticket_site.site_id
        WHERE ticket_site.site_id = sites.site_id
          AND tickets_2.opened_on >= tickets.opened_on
          AND tickets_2.ticket_id <> tickets.ticket_id
      )
    GROUP BY sites.region
  ),
  -- tickets totals, one row a group
  tickets_totals_2 AS (
    SELECT
      sites.region,
      COUNT(DISTINCT sites.site_id) AS came_back_ever_entered
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region
  )
SELECT
  facts.region,
  COALESCE(MAX(facts.came_back_ever_converted), 0) * 1.000000000 / COALESCE(MAX(facts.came_back_ever_entered), 0) AS came_back_ever
FROM (
  SELECT
    region,
    came_back_ever_converted,
    NULL AS came_back_ever_entered
  FROM tickets_totals
  UNION ALL
  SELECT
    region,
    NULL AS came_back_ever_converted,
    came_back_ever_entered
  FROM tickets_totals_2
) AS facts
GROUP BY facts.region
ORDER BY
  COALESCE(MAX(facts.came_back_ever_converted), 0) * 1.000000000 / COALESCE(MAX(facts.came_back_ever_entered), 0) DESC,
  CASE WHEN facts.region IS NULL THEN 1 ELSE 0 END,
  facts.region
