-- tickets
SELECT
  customers.country,
  COUNT(*) AS tickets
FROM tickets
LEFT JOIN customers ON tickets.customer_id = customers.customer_id
GROUP BY customers.country
ORDER BY COUNT(*) DESC, CASE WHEN customers.country IS NULL THEN 1 ELSE 0 END, customers.country
