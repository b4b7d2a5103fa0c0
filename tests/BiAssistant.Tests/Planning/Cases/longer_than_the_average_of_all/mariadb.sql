-- tickets
WITH
  -- what rows are compared with
  median_hours_found AS (
    SELECT AVG(CASE
        WHEN 2 * ranked.rank_1 BETWEEN ranked.count_1 AND ranked.count_1 + 2 THEN CAST(ranked.value_1 AS DOUBLE)
      END) AS median_hours
    FROM (
      SELECT
        tickets.hours AS value_1,
        ROW_NUMBER() OVER (ORDER BY CASE WHEN tickets.hours IS NULL THEN 1 ELSE 0 END, tickets.hours) AS rank_1,
        COUNT(tickets.hours) OVER () AS count_1
      FROM tickets
    ) AS ranked
  )
SELECT COUNT(*) AS tickets
FROM tickets
LEFT JOIN median_hours_found ON 1 = 1
WHERE tickets.hours >= median_hours_found.median_hours
