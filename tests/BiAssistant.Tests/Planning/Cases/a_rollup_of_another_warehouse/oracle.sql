-- tickets
SELECT
  CUSTOMERS.CUSTOMER_ID AS CUSTOMERS_CUSTOMER_ID,
  COUNT(*) AS TICKETS
FROM TICKETS
LEFT JOIN CUSTOMERS ON TICKETS.CUSTOMER_ID = CUSTOMERS.CUSTOMER_ID
GROUP BY CUSTOMERS.CUSTOMER_ID

-- calls_of_customers
SELECT
  CALLS.CUSTOMER_ID AS CALLS_OF_CUSTOMERS_CUSTOMER_ID_KEY,
  SUM(CALLS.MINUTES) AS MINUTES_CALLED
FROM CALLS
GROUP BY CALLS.CUSTOMER_ID
HAVING SUM(CALLS.MINUTES) > :p1

-- merge
SELECT
  calls_of_customers.minutes_called,
  COALESCE(SUM(tickets.tickets), 0) AS tickets
FROM tickets
JOIN calls_of_customers ON tickets.customers_customer_id = calls_of_customers.calls_of_customers_customer_id_key
GROUP BY calls_of_customers.minutes_called
ORDER BY tickets DESC, calls_of_customers.minutes_called
