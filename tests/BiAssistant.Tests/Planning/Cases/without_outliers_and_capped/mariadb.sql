-- tickets
WITH
  -- what values are usual
  usual AS (
    SELECT
      SUM(CASE
        WHEN ranked.rank_1 = FLOOR(0.25 * (ranked.count_1 - 1)) + 1 THEN CAST(ranked.value_1 AS DOUBLE) * (1 - (0.25 * (ranked.count_1 - 1) - FLOOR(0.25 * (ranked.count_1 - 1))))
        WHEN ranked.rank_1 = FLOOR(0.25 * (ranked.count_1 - 1)) + 2 THEN CAST(ranked.value_1 AS DOUBLE) * (0.25 * (ranked.count_1 - 1) - FLOOR(0.25 * (ranked.count_1 - 1)))
      END) AS lower_quartile,
      SUM(CASE
        WHEN ranked.rank_2 = FLOOR(0.75 * (ranked.count_2 - 1)) + 1 THEN CAST(ranked.value_2 AS DOUBLE) * (1 - (0.75 * (ranked.count_2 - 1) - FLOOR(0.75 * (ranked.count_2 - 1))))
        WHEN ranked.rank_2 = FLOOR(0.75 * (ranked.count_2 - 1)) + 2 THEN CAST(ranked.value_2 AS DOUBLE) * (0.75 * (ranked.count_2 - 1) - FLOOR(0.75 * (ranked.count_2 - 1)))
      END) AS upper_quartile
    FROM (
      SELECT
        tickets.hours AS value_1,
        ROW_NUMBER() OVER (ORDER BY CASE WHEN tickets.hours IS NULL THEN 1 ELSE 0 END, tickets.hours) AS rank_1,
        COUNT(tickets.hours) OVER () AS count_1,
        tickets.hours AS value_2,
        ROW_NUMBER() OVER (ORDER BY CASE WHEN tickets.hours IS NULL THEN 1 ELSE 0 END, tickets.hours) AS rank_2,
        COUNT(tickets.hours) OVER () AS count_2
      FROM tickets
    ) AS ranked
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets.status,
      AVG(tickets.hours * 1.000000000) AS usual_hours
    FROM tickets
    CROSS JOIN usual
    WHERE tickets.hours BETWEEN usual.lower_quartile - 1 * (usual.upper_quartile - usual.lower_quartile) AND usual.upper_quartile + 1 * (usual.upper_quartile - usual.lower_quartile)
    GROUP BY tickets.status
  ),
  -- what values are usual
  usual_2 AS (
    SELECT
      SUM(CASE
        WHEN ranked.rank_1 = FLOOR(0.1 * (ranked.count_1 - 1)) + 1 THEN CAST(ranked.value_1 AS DOUBLE) * (1 - (0.1 * (ranked.count_1 - 1) - FLOOR(0.1 * (ranked.count_1 - 1))))
        WHEN ranked.rank_1 = FLOOR(0.1 * (ranked.count_1 - 1)) + 2 THEN CAST(ranked.value_1 AS DOUBLE) * (0.1 * (ranked.count_1 - 1) - FLOOR(0.1 * (ranked.count_1 - 1)))
      END) AS lowest,
      SUM(CASE
        WHEN ranked.rank_2 = FLOOR(0.9 * (ranked.count_2 - 1)) + 1 THEN CAST(ranked.value_2 AS DOUBLE) * (1 - (0.9 * (ranked.count_2 - 1) - FLOOR(0.9 * (ranked.count_2 - 1))))
        WHEN ranked.rank_2 = FLOOR(0.9 * (ranked.count_2 - 1)) + 2 THEN CAST(ranked.value_2 AS DOUBLE) * (0.9 * (ranked.count_2 - 1) - FLOOR(0.9 * (ranked.count_2 - 1)))
      END) AS highest
    FROM (
      SELECT
        tickets.hours AS value_1,
        ROW_NUMBER() OVER (ORDER BY CASE WHEN tickets.hours IS NULL THEN 1 ELSE 0 END, tickets.hours) AS rank_1,
        COUNT(tickets.hours) OVER () AS count_1,
        tickets.hours AS value_2,
        ROW_NUMBER() OVER (ORDER BY CASE WHEN tickets.hours IS NULL THEN 1 ELSE 0 END, tickets.hours) AS rank_2,
        COUNT(tickets.hours) OVER () AS count_2
      FROM tickets
    ) AS ranked
  ),
  -- tickets totals, one row a group
  tickets_totals_2 AS (
    SELECT
      tickets.status,
      SUM(CASE
        WHEN tickets.hours < usual.lowest THEN usual.lowest
        WHEN tickets.hours > usual.highest THEN usual.highest
        ELSE tickets.hours
      END) AS capped_hours
    FROM tickets
    CROSS JOIN usual_2 AS usual
    GROUP BY tickets.status
  )
SELECT
  facts.status,
  MAX(facts.usual_hours) AS usual_hours,
  MAX(facts.capped_hours) AS capped_hours
FROM (
  SELECT
    status,
    usual_hours,
    NULL AS capped_hours
  FROM tickets_totals
  UNION ALL
  SELECT
    status,
    NULL AS usual_hours,
    capped_hours
  FROM tickets_totals_2
) AS facts
GROUP BY facts.status
ORDER BY MAX(facts.usual_hours) DESC, CASE WHEN facts.status IS NULL THEN 1 ELSE 0 END, facts.status
