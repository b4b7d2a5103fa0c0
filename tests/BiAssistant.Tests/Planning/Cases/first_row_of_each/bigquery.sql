-- tickets
WITH
  -- each group's place; equal values share one
  ranked AS (
    SELECT
      customers.name AS customer_name,
      customers.customer_id,
      tickets.opened_on,
      tickets.ticket_id AS row_ticket_id,
      RANK() OVER (PARTITION BY customers.name, customers.customer_id ORDER BY tickets.opened_on NULLS LAST) AS position
    FROM tickets
    LEFT JOIN customers ON tickets.customer_id = customers.customer_id
  )
SELECT
  customer_name,
  customer_id,
  opened_on,
  row_ticket_id
FROM ranked
WHERE position <= 1
ORDER BY
  opened_on NULLS LAST,
  customer_name NULLS LAST,
  customer_id NULLS LAST,
  row_ticket_id NULLS LAST
