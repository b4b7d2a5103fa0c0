-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      sites.region,
      AVG(CAST(tickets.hours AS FLOAT)) AS usual
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY sites.region
  ),
  -- rows numbered from the moment that counts
  snapshots AS (
    SELECT
      sites.region,
      tickets.ticket_id,
      RANK() OVER (PARTITION BY sites.region ORDER BY tickets.opened_on DESC) AS moment
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
      AND tickets.opened_on < @p3
  ),
  -- tickets totals, one row a group
  tickets_totals_2 AS (
    SELECT
      snapshots.region,
      MIN(snapshots.ticket_id) AS change_now_low,
      MAX(snapshots.ticket_id) AS change_now_high
    FROM snapshots
    WHERE snapshots.moment = 1
    GROUP BY snapshots.region
  ),
  -- rows numbered from the moment that counts
  snapshots_2 AS (
    SELECT
      sites.region,
      tickets.ticket_id,
      RANK() OVER (PARTITION BY sites.region ORDER BY tickets.opened_on DESC) AS moment
    FROM tickets
    JOIN sites ON tickets.site_id = sites.site_id
    WHERE tickets.opened_on >= @p4
      AND tickets.opened_on < @p1
      AND tickets.opened_on < @p3
  ),
  -- tickets totals, one row a group
  tickets_totals_3 AS (
    SELECT
      snapshots.region,
      MIN(snapshots.ticket_id) AS change_before_low,
      MAX(snapshots.ticket_id) AS change_before_high
    FROM snapshots_2 AS snapshots
    WHERE snapshots.moment = 1
    GROUP BY snapshots.region
  )
SELECT
  facts.region,
  MAX(facts.usual) AS usual,
  CASE WHEN MAX(facts.change_now_low) = MAX(facts.change_now_high) THEN MAX(facts.change_now_low) END - CASE
    WHEN MAX(facts.change_before_low) = MAX(facts.change_before_high) THEN MAX(facts.change_before_low)
  END AS change
FROM (
  SELECT
    region,
    usual,
    (
      SELECT change_now_low
      FROM tickets_totals_2
      WHERE 1 = 0
    ) AS change_now_low,
    (
      SELECT change_now_high
      FROM tickets_totals_2
      WHERE 1 = 0
    ) AS change_now_high,
    (
      SELECT change_before_low
      FROM tickets_totals_3
      WHERE 1 = 0
    ) AS change_before_low,
    (
      SELECT change_before_high
      FROM tickets_totals_3
      WHERE 1 = 0
    ) AS change_before_high
  FROM tickets_totals
  UNION ALL
  SELECT
    region,
    CAST(NULL AS BIGINT) AS usual,
    change_now_low,
    change_now_high,
    (
      SELECT change_before_low
      FROM tickets_totals_3
      WHERE 1 = 0
    ) AS change_before_low,
    (
      SELECT change_before_high
      FROM tickets_totals_3
      WHERE 1 = 0
    ) AS change_before_high
  FROM tickets_totals_2
  UNION ALL
  SELECT
    region,
    CAST(NULL AS BIGINT) AS usual,
    (
      SELECT change_now_low
      FROM tickets_totals_2
      WHERE 1 = 0
    ) AS change_now_low,
    (
      SELECT change_now_high
      FROM tickets_totals_2
      WHERE 1 = 0
    ) AS change_now_high,
    change_before_low,
    change_before_high
  FROM tickets_totals_3
) AS facts
GROUP BY facts.region
ORDER BY MAX(facts.usual) DESC, CASE WHEN facts.region IS NULL THEN 1 ELSE 0 END, facts.region
