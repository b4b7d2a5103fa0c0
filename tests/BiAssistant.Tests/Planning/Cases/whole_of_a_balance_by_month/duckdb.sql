-- stock
WITH
  -- rows numbered from the moment that counts
  snapshots AS (
    SELECT
      stock.counted_on,
      sites.region,
      stock.pieces,
      RANK() OVER (PARTITION BY CAST(DATE_TRUNC('month', stock.counted_on) AS DATE) ORDER BY stock.counted_on DESC) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE stock.counted_on >= $p1
      AND stock.counted_on < $p2
  ),
  -- stock totals, one row a group
  stock_totals AS (
    SELECT
      CAST(DATE_TRUNC('month', snapshots.counted_on) AS DATE) AS month,
      snapshots.region,
      SUM(snapshots.pieces) AS pieces
    FROM snapshots
    WHERE snapshots.moment = 1
    GROUP BY CAST(DATE_TRUNC('month', snapshots.counted_on) AS DATE), snapshots.region
  ),
  -- every period of the answer, whether rows fall into it or not
  periods AS (
    SELECT DATE '2024-01-01' AS period
    UNION ALL
    SELECT DATE '2024-02-01'
    UNION ALL
    SELECT DATE '2024-03-01'
  ),
  -- every other group
  members AS (
    SELECT DISTINCT region
    FROM stock_totals
  ),
  -- one row a group
  totals AS (
    SELECT
      facts.month,
      facts.region,
      MAX(facts.pieces) AS pieces
    FROM (
      SELECT
        month,
        region,
        pieces
      FROM stock_totals
      UNION ALL
      SELECT
        periods.period AS month,
        members.region,
        NULL AS pieces
      FROM periods
      CROSS JOIN members
    ) AS facts
    GROUP BY facts.month, facts.region
  ),
  -- rows numbered from the moment that counts
  snapshots_2 AS (
    SELECT
      sites.region,
      stock.pieces,
      RANK() OVER (ORDER BY stock.counted_on DESC) AS moment
    FROM stock
    JOIN sites ON stock.site_id = sites.site_id
    WHERE stock.counted_on >= $p1
      AND stock.counted_on < $p2
  ),
  -- one row for each region
  wholes AS (
    SELECT
      snapshots.region,
      SUM(snapshots.pieces) AS overall_pieces_within_region
    FROM snapshots_2 AS snapshots
    WHERE snapshots.moment = 1
    GROUP BY snapshots.region
  )
SELECT
  totals.month,
  totals.region,
  totals.pieces,
  SUM(totals.pieces) OVER (PARTITION BY totals.month) AS overall_pieces_within_month,
  wholes.overall_pieces_within_region
FROM totals
LEFT JOIN wholes ON totals.region IS NOT DISTINCT FROM wholes.region
ORDER BY totals.month, totals.region
