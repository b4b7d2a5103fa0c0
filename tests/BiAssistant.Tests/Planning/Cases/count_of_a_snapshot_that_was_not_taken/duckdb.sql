-- stock
WITH
  -- rows numbered from the moment that counts
  snapshots AS (
    SELECT RANK() OVER (ORDER BY stock.counted_on DESC) AS moment
    FROM stock
    WHERE stock.counted_on >= $p1
      AND stock.counted_on < $p2
  ),
  -- stock totals, one row a group
  stock_totals AS (
    SELECT COUNT(*) AS kinds_in_stock_rows
    FROM snapshots
    WHERE snapshots.moment = 1
  ),
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT COUNT(*) AS tickets
    FROM tickets
    WHERE tickets.opened_on >= $p1
      AND tickets.opened_on < $p2
  )
SELECT
  NULLIF(stock_totals.kinds_in_stock_rows, 0) AS kinds_in_stock,
  COALESCE(tickets_totals.tickets, 0) AS tickets
FROM stock_totals
CROSS JOIN tickets_totals
