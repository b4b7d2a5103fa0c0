-- customers
SELECT COUNT_BIG(*) AS customers_count
FROM customers
LEFT JOIN (
  SELECT DISTINCT tickets.customer_id
  FROM tickets
  WHERE tickets.opened_on >= @p1
    AND tickets.opened_on < @p2
) AS tickets_of_customers ON customers.customer_id = tickets_of_customers.customer_id
WHERE tickets_of_customers.customer_id IS NULL
