-- calls
SELECT
  calls.customer_id AS calls_customer_id,
  COUNT_BIG(*) AS calls
FROM calls
GROUP BY calls.customer_id, CAST(calls.customer_id AS VARBINARY(8000))

-- customers
SELECT
  customers.customer_id AS customers_customer_id_key,
  customers.country AS customers_country
FROM customers
WHERE customers.country IS NOT NULL
GROUP BY
  customers.customer_id,
  customers.country,
  CAST(customers.customer_id AS VARBINARY(8000)),
  CAST(customers.country AS VARBINARY(8000))

-- tickets_found
WITH
  -- one row for each result of the inner question
  results AS (
    SELECT
      customers.country,
      COUNT_BIG(*) AS tickets
    FROM tickets
    LEFT JOIN customers ON tickets.customer_id = customers.customer_id
    GROUP BY customers.country
    HAVING COUNT_BIG(*) >= @p1
  )
SELECT
  results.country AS tickets_found_country_key,
  results.country AS tickets_found_country
FROM results
GROUP BY results.country

-- merge
SELECT COALESCE(SUM(calls.calls), 0) AS calls
FROM calls
JOIN customers ON calls.calls_customer_id = customers.customers_customer_id_key
LEFT JOIN tickets_found ON customers.customers_country = tickets_found.tickets_found_country_key
WHERE tickets_found.tickets_found_country IS NULL
