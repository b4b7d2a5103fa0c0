-- tickets
SELECT
  customers.customer_id AS customers_customer_id,
  COUNT_BIG(*) AS tickets
FROM tickets
LEFT JOIN customers ON tickets.customer_id = customers.customer_id
GROUP BY customers.customer_id, CAST(customers.customer_id AS VARBINARY(8000))

-- calls_of_customers
SELECT
  calls.customer_id AS calls_of_customers_customer_id_key,
  SUM(CAST(0 AS BIGINT) + calls.minutes) AS minutes_called
FROM calls
GROUP BY calls.customer_id, CAST(calls.customer_id AS VARBINARY(8000))
HAVING SUM(CAST(0 AS BIGINT) + calls.minutes) > @p1

-- merge
SELECT
  calls_of_customers.minutes_called,
  COALESCE(SUM(tickets.tickets), 0) AS tickets
FROM tickets
JOIN calls_of_customers ON tickets.customers_customer_id = calls_of_customers.calls_of_customers_customer_id_key
GROUP BY calls_of_customers.minutes_called
ORDER BY tickets DESC, calls_of_customers.minutes_called
