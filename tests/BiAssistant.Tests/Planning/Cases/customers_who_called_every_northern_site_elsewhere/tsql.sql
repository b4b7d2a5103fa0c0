-- customers
SELECT
  customers.country,
  every_site.values_in_all AS every_site_values_in_all,
  customers.customer_id AS customers_customer_id,
  COUNT_BIG(*) AS customers_count
FROM customers
JOIN (
  SELECT COUNT_BIG(DISTINCT sites.site_id) AS values_in_all
  FROM sites
  WHERE sites.region = @p1
) AS every_site ON 1 = 1
GROUP BY
  customers.country,
  every_site.values_in_all,
  customers.customer_id,
  CAST(customers.customer_id AS VARBINARY(8000))

-- calls_of_customers
SELECT
  calls.customer_id,
  calls.site_id AS calls_site_id
FROM calls
GROUP BY calls.customer_id, calls.site_id, CAST(calls.customer_id AS VARBINARY(8000))

-- sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.site_id AS sites_site_id
FROM sites
WHERE sites.region = @p1
GROUP BY sites.site_id

-- merge
WITH
  -- one row for each key
  looked_up AS (
    SELECT
      calls_of_customers.customer_id AS calls_of_customers_customer_id_key,
      COUNT(DISTINCT sites.sites_site_id) AS calls_of_customers_values_there
    FROM calls_of_customers
    JOIN sites ON calls_of_customers.calls_site_id = sites.sites_site_id_key
    GROUP BY calls_of_customers.customer_id
  )
SELECT
  customers.country,
  COALESCE(SUM(customers.customers_count), 0) AS customers_count
FROM customers
LEFT JOIN looked_up ON customers.customers_customer_id = looked_up.calls_of_customers_customer_id_key
WHERE COALESCE(looked_up.calls_of_customers_values_there, 0) = customers.every_site_values_in_all
GROUP BY customers.country
ORDER BY customers_count DESC, customers.country
