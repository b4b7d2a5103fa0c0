-- tickets
SELECT
  customers.country,
  COUNT(*) AS tickets
FROM tickets
LEFT JOIN customers ON tickets.customer_id = customers.customer_id
GROUP BY customers.country
ORDER BY tickets DESC, customers.country NULLS LAST
