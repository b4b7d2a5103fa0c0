-- stock
WITH
  -- rows numbered from the moment that counts
  snapshots AS (
    SELECT
      stock.counted_on,
      sites.region,
      stock.pieces,
      RANK() OVER (PARTITION BY CAST(DATE_TRUNC('quarter', stock.counted_on) AS DATE) ORDER BY stock.counted_on DESC NULLS LAST) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE stock.counted_on < @p1
  ),
  -- stock totals, one row a group
  stock_totals AS (
    SELECT
      CAST(DATE_TRUNC('quarter', snapshots.counted_on) AS DATE) AS quarter,
      snapshots.region,
      SUM(snapshots.pieces) AS pieces
    FROM snapshots
    WHERE snapshots.moment = 1
    GROUP BY CAST(DATE_TRUNC('quarter', snapshots.counted_on) AS DATE), snapshots.region
  ),
  -- rows numbered from the moment that counts
  snapshots_2 AS (
    SELECT
      stock.counted_on,
      sites.region,
      stock.pieces,
      RANK() OVER (PARTITION BY CAST(DATE_TRUNC('quarter', stock.counted_on) AS DATE), sites.site_id, stock.part ORDER BY stock.counted_on DESC NULLS LAST) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE stock.counted_on < @p1
  ),
  -- stock totals, one row a group
  stock_totals_2 AS (
    SELECT
      CAST(DATE_TRUNC('quarter', snapshots.counted_on) AS DATE) AS quarter,
      snapshots.region,
      SUM(snapshots.pieces) AS pieces_of_each
    FROM snapshots_2 AS snapshots
    WHERE snapshots.moment = 1
    GROUP BY CAST(DATE_TRUNC('quarter', snapshots.counted_on) AS DATE), snapshots.region
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
ORDER BY facts.quarter, facts.region
