-- tickets
WITH
  -- one row for each result of the inner question
  results AS (
    SELECT
      customers.country,
      tickets.status,
      COUNT_BIG(*) AS tickets
    FROM tickets
    LEFT JOIN customers ON tickets.customer_id = customers.customer_id
    GROUP BY customers.country, tickets.status
    HAVING COUNT_BIG(*) >= @p1
  ),
  -- what is looked for
  tickets_found AS (
    SELECT results.country
    FROM results
    GROUP BY results.country
  )
SELECT COUNT_BIG(*) AS tickets
FROM tickets
LEFT JOIN customers ON tickets.customer_id = customers.customer_id
LEFT JOIN tickets_found ON customers.country = tickets_found.country
WHERE customers.country IS NOT NULL
  AND tickets_found.country IS NULL
