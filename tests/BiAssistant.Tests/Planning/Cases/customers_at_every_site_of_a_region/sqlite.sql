-- customers
SELECT
  customers.country,
  COUNT(*) AS customers_count
FROM customers
JOIN (
  SELECT COUNT(DISTINCT sites.site_id) AS values_in_all
  FROM sites
  WHERE sites.region = $p1
) AS every_site ON 1 = 1
LEFT JOIN (
  SELECT
    tickets.customer_id,
    COUNT(DISTINCT sites.site_id) AS values_there
  FROM tickets
  JOIN sites ON tickets.site_id = sites.site_id
  WHERE sites.region = $p1
  GROUP BY tickets.customer_id
) AS tickets_of_customers ON customers.customer_id = tickets_of_customers.customer_id
WHERE COALESCE(tickets_of_customers.values_there, 0) = every_site.values_in_all
GROUP BY customers.country
ORDER BY customers_count DESC, customers.country NULLS LAST
