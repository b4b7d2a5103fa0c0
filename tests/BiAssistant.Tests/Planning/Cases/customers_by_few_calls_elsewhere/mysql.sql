-- customers
SELECT
  customers.country,
  customers.customer_id AS customers_customer_id,
  COUNT(*) AS customers_count
FROM customers
GROUP BY customers.country, customers.customer_id, CAST(customers.customer_id AS BINARY)

-- calls_of_customers
SELECT
  calls.customer_id AS calls_of_customers_customer_id_key,
  COUNT(*) AS calls_of_customers_rows_there
FROM calls
GROUP BY calls.customer_id, CAST(calls.customer_id AS BINARY)

-- merge
SELECT
  customers.country,
  COALESCE(SUM(customers.customers_count), 0) AS customers_count
FROM customers
LEFT JOIN calls_of_customers ON customers.customers_customer_id = calls_of_customers.calls_of_customers_customer_id_key
WHERE COALESCE(calls_of_customers.calls_of_customers_rows_there, 0) < $p1
GROUP BY customers.country
ORDER BY customers_count DESC, customers.country
