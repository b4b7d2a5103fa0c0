-- customers
SELECT
  customers.country,
  customers.customer_id AS customers_customer_id,
  COUNT_BIG(*) AS customers_count
FROM customers
GROUP BY customers.country, customers.customer_id, CAST(customers.customer_id AS VARBINARY(8000))

-- calls_of_customers
SELECT
  calls.customer_id AS calls_of_customers_customer_id_key,
  COUNT_BIG(*) AS calls_of_customers_rows_there
FROM calls
GROUP BY calls.customer_id, CAST(calls.customer_id AS VARBINARY(8000))

-- merge
SELECT
  customers.country,
  COALESCE(SUM(customers.customers_count), 0) AS customers_count
FROM customers
LEFT JOIN calls_of_customers ON customers.customers_customer_id = calls_of_customers.calls_of_customers_customer_id_key
WHERE COALESCE(calls_of_customers.calls_of_customers_rows_there, 0) < $p1
GROUP BY customers.country
ORDER BY customers_count DESC, customers.country
