-- customers
SELECT
  CUSTOMERS.COUNTRY,
  EVERY_SITE.VALUES_IN_ALL AS EVERY_SITE_VALUES_IN_ALL,
  CUSTOMERS.CUSTOMER_ID AS CUSTOMERS_CUSTOMER_ID,
  COUNT(*) AS CUSTOMERS_COUNT
FROM CUSTOMERS
JOIN (
  SELECT COUNT(DISTINCT SITES.SITE_ID) AS VALUES_IN_ALL
  FROM SITES
  WHERE SITES.REGION = :p1
) AS EVERY_SITE ON 1 = 1
GROUP BY CUSTOMERS.COUNTRY, EVERY_SITE.VALUES_IN_ALL, CUSTOMERS.CUSTOMER_ID

-- calls_of_customers
SELECT
  CALLS.CUSTOMER_ID,
  CALLS.SITE_ID AS CALLS_SITE_ID
FROM CALLS
GROUP BY CALLS.CUSTOMER_ID, CALLS.SITE_ID

-- sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.SITE_ID AS SITES_SITE_ID
FROM SITES
WHERE SITES.REGION = :p1
GROUP BY SITES.SITE_ID

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
