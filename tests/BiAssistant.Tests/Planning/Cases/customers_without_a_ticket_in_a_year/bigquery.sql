-- customers
SELECT COUNT(*) AS customers_count
FROM customers
LEFT JOIN (
  SELECT DISTINCT tickets.customer_id
  FROM tickets
  WHERE CAST(tickets.opened_on AS DATE) >= @p1
    AND CAST(tickets.opened_on AS DATE) < @p2
) AS tickets_of_customers ON customers.customer_id = tickets_of_customers.customer_id
WHERE tickets_of_customers.customer_id IS NULL
