-- tickets
WITH
  -- one row for each result of the inner question
  results AS (
    SELECT
      customers.name AS customer_name,
      customers.customer_id,
      COUNT_BIG(*) AS tickets
    FROM tickets
    LEFT JOIN customers ON tickets.customer_id = customers.customer_id
    GROUP BY customers.name, customers.customer_id
  ),
  -- one row a group
  totals AS (
    SELECT
      results.tickets,
      COUNT_BIG(*) AS result_1
    FROM results
    GROUP BY results.tickets
  ),
  -- all groups together
  wholes AS (
    SELECT COUNT_BIG(*) AS result_2
    FROM results
  )
SELECT
  totals.tickets,
  totals.result_1 AS rows_count,
  CAST(totals.result_1 AS FLOAT) / NULLIF(wholes.result_2, 0) AS rows_count_share
FROM totals
CROSS JOIN wholes
ORDER BY totals.result_1 DESC, CASE WHEN totals.tickets IS NULL THEN 1 ELSE 0 END, totals.tickets
