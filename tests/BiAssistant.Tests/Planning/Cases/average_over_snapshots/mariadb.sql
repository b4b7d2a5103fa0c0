-- stock
WITH
  -- rows numbered by their moment
  snapshots AS (
    SELECT
      sites.region,
      stock.pieces,
      DENSE_RANK() OVER (ORDER BY CASE WHEN stock.counted_on IS NULL THEN 1 ELSE 0 END, stock.counted_on) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE stock.counted_on >= @p1
      AND stock.counted_on < @p2
  ),
  -- how many moments each period has
  snapshots_2 AS (
    SELECT
      region,
      pieces,
      MAX(moment) OVER () AS moments
    FROM snapshots
  )
SELECT
  snapshots.region,
  SUM(snapshots.pieces) * 1.000000000 / MAX(snapshots.moments) AS pieces_on_average
FROM snapshots_2 AS snapshots
GROUP BY snapshots.region
ORDER BY
  SUM(snapshots.pieces) * 1.000000000 / MAX(snapshots.moments) DESC,
  CASE WHEN snapshots.region IS NULL THEN 1 ELSE 0 END,
  snapshots.region
