-- stock
WITH
  -- rows numbered from the moment that counts
  snapshots AS (
    SELECT
      sites.region,
      stock.pieces,
      RANK() OVER (PARTITION BY sites.region ORDER BY stock.counted_on DESC) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE stock.counted_on < @p1
  ),
  -- stock totals, one row a group
  stock_totals AS (
    SELECT
      snapshots.region,
      MIN(snapshots.pieces) AS last_pieces_low,
      MAX(snapshots.pieces) AS last_pieces_high
    FROM snapshots
    WHERE snapshots.moment = 1
    GROUP BY snapshots.region
  ),
  -- rows numbered from the moment that counts
  snapshots_2 AS (
    SELECT
      sites.region,
      stock.pieces,
      RANK() OVER (PARTITION BY sites.region ORDER BY CASE WHEN stock.counted_on IS NULL THEN 1 ELSE 0 END, stock.counted_on) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE stock.counted_on < @p1
  ),
  -- stock totals, one row a group
  stock_totals_2 AS (
    SELECT
      snapshots.region,
      MIN(snapshots.pieces) AS first_pieces_low,
      MAX(snapshots.pieces) AS first_pieces_high
    FROM snapshots_2 AS snapshots
    WHERE snapshots.moment = 1
    GROUP BY snapshots.region
  )
SELECT
  facts.region,
  CASE
    WHEN MAX(facts.last_pieces_low) = MAX(facts.last_pieces_high) THEN MAX(facts.last_pieces_low)
  END AS last_pieces,
  CASE
    WHEN MAX(facts.first_pieces_low) = MAX(facts.first_pieces_high) THEN MAX(facts.first_pieces_low)
  END AS first_pieces
FROM (
  SELECT
    region,
    last_pieces_low,
    last_pieces_high,
    NULL AS first_pieces_low,
    NULL AS first_pieces_high
  FROM stock_totals
  UNION ALL
  SELECT
    region,
    NULL AS last_pieces_low,
    NULL AS last_pieces_high,
    first_pieces_low,
    first_pieces_high
  FROM stock_totals_2
) AS facts
GROUP BY facts.region
ORDER BY
  CASE
    WHEN MAX(facts.last_pieces_low) = MAX(facts.last_pieces_high) THEN MAX(facts.last_pieces_low)
  END DESC,
  CASE WHEN facts.region IS NULL THEN 1 ELSE 0 END,
  facts.region
