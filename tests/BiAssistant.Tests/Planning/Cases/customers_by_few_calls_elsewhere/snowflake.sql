-- customers
SELECT
  CUSTOMERS.COUNTRY,
  CUSTOMERS.CUSTOMER_ID AS CUSTOMERS_CUSTOMER_ID,
  COUNT(*) AS CUSTOMERS_COUNT
FROM CUSTOMERS
GROUP BY CUSTOMERS.COUNTRY, CUSTOMERS.CUSTOMER_ID

-- calls_of_customers
SELECT
  CALLS.CUSTOMER_ID AS CALLS_OF_CUSTOMERS_CUSTOMER_ID_KEY,
  COUNT(*) AS CALLS_OF_CUSTOMERS_ROWS_THERE
FROM CALLS
GROUP BY CALLS.CUSTOMER_ID

-- merge
SELECT
  customers.country,
  COALESCE(SUM(customers.customers_count), 0) AS customers_count
FROM customers
LEFT JOIN calls_of_customers ON customers.customers_customer_id = calls_of_customers.calls_of_customers_customer_id_key
WHERE COALESCE(calls_of_customers.calls_of_customers_rows_there, 0) < $p1
GROUP BY customers.country
ORDER BY customers_count DESC, customers.country
