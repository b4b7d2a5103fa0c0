-- stock
WITH
  -- rows numbered from the moment that counts
  snapshots AS (
    SELECT
      stock.counted_on,
      sites.region,
      stock.pieces,
      RANK() OVER (PARTITION BY DATE(stock.counted_on, 'start of month', '-' || ((CAST(STRFTIME('%m', stock.counted_on) AS INTEGER) - 1) % 3) || ' months') ORDER BY stock.counted_on DESC) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE stock.counted_on < $p1
  ),
  -- stock totals, one row a group
  stock_totals AS (
    SELECT
      DATE(snapshots.counted_on, 'start of month', '-' || ((CAST(STRFTIME('%m', snapshots.counted_on) AS INTEGER) - 1) % 3) || ' months') AS quarter,
      snapshots.region,
      SUM(snapshots.pieces) AS pieces
    FROM snapshots
    WHERE snapshots.moment = 1
    GROUP BY
      DATE(snapshots.counted_on, 'start of month', '-' || ((CAST(STRFTIME('%m', snapshots.counted_on) AS INTEGER) - 1) % 3) || ' months'),
      snapshots.region
  ),
  -- rows numbered from the moment that counts
  snapshots_2 AS (
    SELECT
      stock.counted_on,
      sites.region,
      stock.pieces,
      RANK() OVER (PARTITION BY DATE(stock.counted_on, 'start of month', '-' || ((CAST(STRFTIME('%m', stock.counted_on) AS INTEGER) - 1) % 3) || ' months'), sites.site_id, stock.part ORDER BY stock.counted_on DESC) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE stock.counted_on < $p1
  ),
  -- stock totals, one row a group
  stock_totals_2 AS (
    SELECT
      DATE(snapshots.counted_on, 'start of month', '-' || ((CAST(STRFTIME('%m', snapshots.counted_on) AS INTEGER) - 1) % 3) || ' months') AS quarter,
      snapshots.region,
      SUM(snapshots.pieces) AS pieces_of_each
    FROM snapshots_2 AS snapshots
    WHERE snapshots.moment = 1
    GROUP BY
      DATE(snapshots.counted_on, 'start of month', '-' || ((CAST(STRFTIME('%m', snapshots.counted_on) AS INTEGER) - 1) % 3) || ' months'),
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
ORDER BY facts.quarter NULLS LAST, facts.region NULLS LAST
