-- stock
WITH
  -- rows numbered from the moment that counts
  snapshots AS (
    SELECT
      stock.counted_on,
      sites.region,
      stock.pieces,
      RANK() OVER (PARTITION BY DATE_TRUNC(CAST(stock.counted_on AS DATE), QUARTER) ORDER BY stock.counted_on DESC) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE CAST(stock.counted_on AS DATE) < @p1
  ),
  -- stock totals, one row a group
  stock_totals AS (
    SELECT
      DATE_TRUNC(CAST(snapshots.counted_on AS DATE), QUARTER) AS quarter,
      snapshots.region,
      SUM(snapshots.pieces) AS pieces
    FROM snapshots
    WHERE snapshots.moment = 1
    GROUP BY DATE_TRUNC(CAST(snapshots.counted_on AS DATE), QUARTER), snapshots.region
  ),
  -- rows numbered from the moment that counts
  snapshots_2 AS (
    SELECT
      stock.counted_on,
      sites.region,
      stock.pieces,
      RANK() OVER (PARTITION BY DATE_TRUNC(CAST(stock.counted_on AS DATE), QUARTER), sites.site_id, stock.part ORDER BY stock.counted_on DESC) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE CAST(stock.counted_on AS DATE) < @p1
  ),
  -- stock totals, one row a group
  stock_totals_2 AS (
    SELECT
      DATE_TRUNC(CAST(snapshots.counted_on AS DATE), QUARTER) AS quarter,
      snapshots.region,
      SUM(snapshots.pieces) AS pieces_of_each
    FROM snapshots_2 AS snapshots
    WHERE snapshots.moment = 1
    GROUP BY DATE_TRUNC(CAST(snapshots.counted_on AS DATE), QUARTER), snapshots.region
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
ORDER BY facts.quarter NULLS LAST, facts.region NULLS LAST
