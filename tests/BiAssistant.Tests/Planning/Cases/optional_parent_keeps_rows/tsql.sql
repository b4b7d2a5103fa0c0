-- tickets
SELECT
  customers.country,
  COUNT_BIG(*) AS tickets
FROM tickets
LEFT JOIN customers ON tickets.customer_id = customers.customer_id
GROUP BY customers.country
ORDER BY COUNT_BIG(*) DESC, CASE WHEN customers.country IS NULL THEN 1 ELSE 0 END, customers.country
