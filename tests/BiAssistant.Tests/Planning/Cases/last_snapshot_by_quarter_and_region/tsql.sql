-- stock
WITH
  -- rows numbered from the moment that counts
  snapshots AS (
    SELECT
      stock.counted_on,
      sites.region,
      stock.pieces,
      RANK() OVER (PARTITION BY DATEFROMPARTS(YEAR(stock.counted_on), DATEPART(QUARTER, stock.counted_on) * 3 - 2, 1) ORDER BY stock.counted_on DESC) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE stock.counted_on < @p1
  ),
  -- stock totals, one row a group
  stock_totals AS (
    SELECT
      DATEFROMPARTS(YEAR(snapshots.counted_on), DATEPART(QUARTER, snapshots.counted_on) * 3 - 2, 1) AS quarter,
      snapshots.region,
      SUM(CAST(0 AS BIGINT) + snapshots.pieces) AS pieces
    FROM snapshots
    WHERE snapshots.moment = 1
    GROUP BY
      DATEFROMPARTS(YEAR(snapshots.counted_on), DATEPART(QUARTER, snapshots.counted_on) * 3 - 2, 1),
      snapshots.region
  ),
  -- rows numbered from the moment that counts
  snapshots_2 AS (
    SELECT
      stock.counted_on,
      sites.region,
      stock.pieces,
      RANK() OVER (PARTITION BY DATEFROMPARTS(YEAR(stock.counted_on), DATEPART(QUARTER, stock.counted_on) * 3 - 2, 1), sites.site_id, stock.part ORDER BY stock.counted_on DESC) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE stock.counted_on < @p1
  ),
  -- stock totals, one row a group
  stock_totals_2 AS (
    SELECT
      DATEFROMPARTS(YEAR(snapshots.counted_on), DATEPART(QUARTER, snapshots.counted_on) * 3 - 2, 1) AS quarter,
      snapshots.region,
      SUM(CAST(0 AS BIGINT) + snapshots.pieces) AS pieces_of_each
    FROM snapshots_2 AS snapshots
    WHERE snapshots.moment = 1
    GROUP BY
      DATEFROMPARTS(YEAR(snapshots.counted_on), DATEPART(QUARTER, snapshots.counted_on) * 3 - 2, 1),
      snapshots.region
  )
SELECT
  facts.quarter,
  facts.region,
  MAX(facts.pieces) AS pieces,
  MAX(facts.pieces_of_each) AS pieces_of_each
FROM (
  SELECT
    quarter,
    region,
    pieces,
    NULL AS pieces_of_each
  FROM stock_totals
  UNION ALL
  SELECT
    quarter,
    region,
    NULL AS pieces,
    pieces_of_each
  FROM stock_totals_2
) AS facts
GROUP BY facts.quarter, facts.region
ORDER BY
  CASE WHEN facts.quarter IS NULL THEN 1 ELSE 0 END,
  facts.quarter,
  CASE WHEN facts.region IS NULL THEN 1 ELSE 0 END,
  facts.region
