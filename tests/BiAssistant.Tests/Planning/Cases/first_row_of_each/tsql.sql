-- tickets
WITH
  -- each group's place; equal values share one
  ranked AS (
    SELECT
      customers.name AS customer_name,
      customers.customer_id,
      tickets.opened_on,
      tickets.ticket_id AS row_ticket_id,
      RANK() OVER (PARTITION BY customers.name, customers.customer_id ORDER BY CASE WHEN tickets.opened_on IS NULL THEN 1 ELSE 0 END, tickets.opened_on) AS position
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
  CASE WHEN opened_on IS NULL THEN 1 ELSE 0 END,
  opened_on,
  CASE WHEN customer_name IS NULL THEN 1 ELSE 0 END,
  customer_name,
  CASE WHEN customer_id IS NULL THEN 1 ELSE 0 END,
  customer_id,
  CASE WHEN row_ticket_id IS NULL THEN 1 ELSE 0 END,
  row_ticket_id
