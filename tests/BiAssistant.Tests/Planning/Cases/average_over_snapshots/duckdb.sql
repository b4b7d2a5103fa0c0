-- stock
WITH
  -- rows numbered by their moment
  snapshots AS (
    SELECT
      sites.region,
      stock.pieces,
      DENSE_RANK() OVER (ORDER BY stock.counted_on) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE stock.counted_on >= $p1
      AND stock.counted_on < $p2
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
  SUM(snapshots.pieces) / NULLIF(MAX(snapshots.moments), 0) AS pieces_on_average
FROM snapshots_2 AS snapshots
GROUP BY snapshots.region
ORDER BY pieces_on_average DESC, snapshots.region
