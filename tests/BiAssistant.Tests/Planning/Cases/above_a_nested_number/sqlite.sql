-- tickets
WITH
  -- one row a group
  totals AS (
    SELECT
      sites.region,
      COUNT(*) AS tickets
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.region
  ),
  -- all groups together
  wholes AS (
    SELECT COUNT(*) AS number_1
    FROM tickets
    WHERE tickets.opened_on >= $p1
      AND tickets.opened_on < $p2
  ),
  -- one row for each result of the inner question
  results AS (
    SELECT
      sites.site_id AS site,
      COUNT(*) AS tickets
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    GROUP BY sites.site_id
  ),
  -- all groups together
  wholes_2 AS (
    SELECT AVG(results.tickets) AS number_2
    FROM results
  )
SELECT
  totals.region,
  totals.tickets,
  CAST(totals.tickets AS REAL) / NULLIF(wholes.number_1, 0) AS tickets_divided_by_nested_tickets
FROM totals
CROSS JOIN wholes
CROSS JOIN wholes_2
WHERE totals.tickets > wholes_2.number_2
ORDER BY totals.tickets DESC, totals.region NULLS LAST
