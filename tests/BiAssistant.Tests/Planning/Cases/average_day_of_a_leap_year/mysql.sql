-- tickets
WITH
  -- tickets totals, one row a group
  tickets_totals AS (
    SELECT
      tickets.opened_on AS day,
      COUNT(*) AS tickets_value
    FROM tickets
    WHERE tickets.opened_on >= @p1
      AND tickets.opened_on < @p2
    GROUP BY tickets.opened_on
  ),
  -- numbers to count periods with
  digits AS (
    SELECT 0 AS digit
    UNION ALL
    SELECT 1
    UNION ALL
    SELECT 2
    UNION ALL
    SELECT 3
    UNION ALL
    SELECT 4
    UNION ALL
    SELECT 5
    UNION ALL
    SELECT 6
    UNION ALL
    SELECT 7
    UNION ALL
    SELECT 8
    UNION ALL
    SELECT 9
  ),
  -- every period of the answer, whether rows fall into it or not
  periods AS (
    SELECT CAST(DATE_ADD(DATE '2024-01-01', INTERVAL (ones.digit + tens.digit * 10 + hundreds.digit * 100) DAY) AS DATE) AS period
    FROM digits AS ones
    CROSS JOIN digits AS tens
    CROSS JOIN digits AS hundreds
    WHERE ones.digit + tens.digit * 10 + hundreds.digit * 100 < 366
  ),
  -- one row for each result of the inner question
  results AS (
    SELECT
      facts.day,
      COALESCE(MAX(facts.tickets_value), 0) AS tickets
    FROM (
      SELECT
        day,
        tickets_value
      FROM tickets_totals
      UNION ALL
      SELECT
        periods.period AS day,
        NULL AS tickets_value
      FROM periods
    ) AS facts
    GROUP BY facts.day
  )
SELECT
  AVG(results.tickets * 1.000000000) AS avg_tickets,
  COUNT(*) AS rows_count
FROM results
