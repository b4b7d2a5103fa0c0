-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      DATE(tickets.opened_on, 'start of month') AS month,
      sites.region,
      COUNT(*) AS tickets_value
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE tickets.opened_on >= $p1
      AND tickets.opened_on < $p2
    GROUP BY DATE(tickets.opened_on, 'start of month'), sites.region
  ),
  -- every period of the answer, whether rows fall into it or not
  periods AS (
    SELECT '2024-01-01' AS period
    UNION ALL
    SELECT '2024-02-01'
    UNION ALL
    SELECT '2024-03-01'
    UNION ALL
    SELECT '2024-04-01'
    UNION ALL
    SELECT '2024-05-01'
    UNION ALL
    SELECT '2024-06-01'
    UNION ALL
    SELECT '2024-07-01'
    UNION ALL
    SELECT '2024-08-01'
    UNION ALL
    SELECT '2024-09-01'
    UNION ALL
    SELECT '2024-10-01'
    UNION ALL
    SELECT '2024-11-01'
    UNION ALL
    SELECT '2024-12-01'
  ),
  -- every other group
  members AS (
    SELECT DISTINCT region
    FROM tickets_totals
  ),
  -- one row for each result of the inner question
  results AS (
    SELECT
      facts.month,
      facts.region,
      COALESCE(MAX(facts.tickets_value), 0) AS tickets
    FROM (
      SELECT
        month,
        region,
        tickets_value
      FROM tickets_totals
      UNION ALL
      SELECT
        periods.period AS month,
        members.region,
        NULL AS tickets_value
      FROM periods
      CROSS JOIN members
    ) AS facts
    GROUP BY facts.month, facts.region
  )
SELECT
  results.region,
  AVG(results.tickets) AS avg_tickets,
  COUNT(*) AS rows_count
FROM results
GROUP BY results.region
ORDER BY avg_tickets DESC, results.region NULLS LAST
