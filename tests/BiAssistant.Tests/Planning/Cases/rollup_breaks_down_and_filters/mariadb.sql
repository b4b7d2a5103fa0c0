-- parts
SELECT
  CASE WHEN customers.customer_id IS NOT NULL THEN COALESCE(tickets_of_customers.count_status, 0) END AS tickets_raised,
  SUM(parts.amount_cents) * 0.01 AS parts_cost
FROM parts_used AS parts
JOIN tickets ON parts.ticket_id = tickets.ticket_id
LEFT JOIN customers ON tickets.customer_id = customers.customer_id
LEFT JOIN (
  SELECT
    tickets.customer_id,
    COUNT(tickets.status) AS count_status,
    SUM(CASE WHEN tickets.status = 'closed' THEN tickets.hours END) AS sum_hours
  FROM tickets
  GROUP BY tickets.customer_id
) AS tickets_of_customers ON customers.customer_id = tickets_of_customers.customer_id
WHERE tickets_of_customers.sum_hours > @p1
GROUP BY
  CASE WHEN customers.customer_id IS NOT NULL THEN COALESCE(tickets_of_customers.count_status, 0) END
ORDER BY
  SUM(parts.amount_cents) * 0.01 DESC,
  CASE
    WHEN CASE WHEN customers.customer_id IS NOT NULL THEN COALESCE(tickets_of_customers.count_status, 0) END IS NULL THEN 1
    ELSE 0
  END,
  CASE WHEN customers.customer_id IS NOT NULL THEN COALESCE(tickets_of_customers.count_status, 0) END
