-- tickets
SELECT COUNT(*) AS tickets
FROM tickets
LEFT JOIN customers ON tickets.customer_id = customers.customer_id
LEFT JOIN (
  SELECT
    tickets.customer_id,
    COUNT(*) AS rows_there
  FROM tickets
  WHERE tickets.status = @p1
  GROUP BY tickets.customer_id
) AS tickets_of_customers ON customers.customer_id = tickets_of_customers.customer_id
WHERE customers.customer_id IS NOT NULL
  AND COALESCE(tickets_of_customers.rows_there, 0) < @p2
