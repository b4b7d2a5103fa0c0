-- customers
WITH
  -- what rows are compared with
  open_tickets_found AS (
    SELECT
      customers.name AS customer_name,
      customers.customer_id,
      COUNT(*) AS open_tickets
    FROM tickets
    LEFT JOIN customers ON tickets.customer_id = customers.customer_id
    WHERE tickets.status = 'open'
    GROUP BY customers.name, customers.customer_id
  )
SELECT
  COALESCE(open_tickets_found.open_tickets, 0) AS open_tickets,
  COUNT(*) AS customers_count
FROM customers
LEFT JOIN open_tickets_found ON customers.customer_id = open_tickets_found.customer_id
GROUP BY COALESCE(open_tickets_found.open_tickets, 0)
ORDER BY customers_count DESC, open_tickets NULLS LAST
