-- tickets
WITH
  -- what values are usual
  usual AS (
    SELECT
      QUANTILE_CONT(CAST(tickets.hours AS DOUBLE), 0.25) AS lower_quartile,
      QUANTILE_CONT(CAST(tickets.hours AS DOUBLE), 0.75) AS upper_quartile
    FROM tickets
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets.status,
      AVG(tickets.hours) AS usual_hours
    FROM tickets
    CROSS JOIN usual
    WHERE tickets.hours BETWEEN usual.lower_quartile - 1 * (usual.upper_quartile - usual.lower_quartile) AND usual.upper_quartile + 1 * (usual.upper_quartile - usual.lower_quartile)
    GROUP BY tickets.status
  ),
  -- what values are usual
  usual_2 AS (
    SELECT
      QUANTILE_CONT(CAST(tickets.hours AS DOUBLE), 0.1) AS lowest,
      QUANTILE_CONT(CAST(tickets.hours AS DOUBLE), 0.9) AS highest
    FROM tickets
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
ORDER BY usual_hours DESC, facts.status
