-- calls
SELECT
  CALLS.CALLED_ON AS CALLS_CALLED_ON,
  CALLS.CUSTOMER_ID AS CALLS_CUSTOMER_ID,
  CALLS.SITE_ID AS CALLS_SITE_ID,
  SUM(CALLS.MINUTES) AS MINUTES_OF_EACH
FROM CALLS
WHERE CALLS.CALLED_ON < :p1
GROUP BY CALLS.CALLED_ON, CALLS.CUSTOMER_ID, CALLS.SITE_ID

-- customers
SELECT
  CUSTOMERS.CUSTOMER_ID AS CUSTOMERS_CUSTOMER_ID_KEY,
  CUSTOMERS.COUNTRY
FROM CUSTOMERS
GROUP BY CUSTOMERS.CUSTOMER_ID, CUSTOMERS.COUNTRY

-- sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  CASE WHEN SITES.NAME = :p1 THEN 1 WHEN NOT SITES.NAME = :p1 THEN 0 END AS SITES_NAME_VALUE
FROM SITES
GROUP BY SITES.SITE_ID, CASE WHEN SITES.NAME = :p1 THEN 1 WHEN NOT SITES.NAME = :p1 THEN 0 END

-- calls_2
SELECT
  CALLS.CALLED_ON AS CALLS_CALLED_ON,
  CALLS.MINUTES AS CALLS_MINUTES,
  CALLS.CUSTOMER_ID AS CALLS_CUSTOMER_ID,
  CALLS.SITE_ID AS CALLS_SITE_ID,
  COUNT(*) AS CALLS_2_ROWS
FROM CALLS
WHERE CALLS.CALLED_ON < :p1
GROUP BY CALLS.CALLED_ON, CALLS.MINUTES, CALLS.CUSTOMER_ID, CALLS.SITE_ID

-- calls_2_customers
SELECT
  CUSTOMERS.CUSTOMER_ID AS CUSTOMERS_CUSTOMER_ID_KEY,
  CUSTOMERS.COUNTRY
FROM CUSTOMERS
GROUP BY CUSTOMERS.CUSTOMER_ID, CUSTOMERS.COUNTRY

-- calls_2_sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  CASE WHEN SITES.NAME = :p1 THEN 1 WHEN NOT SITES.NAME = :p1 THEN 0 END AS SITES_NAME_VALUE
FROM SITES
GROUP BY SITES.SITE_ID, CASE WHEN SITES.NAME = :p1 THEN 1 WHEN NOT SITES.NAME = :p1 THEN 0 END

-- merge
WITH
  -- rows numbered from the moment that counts
  snapshots AS (
    SELECT
      calls.calls_called_on,
      calls.calls_customer_id,
      calls.calls_site_id,
      calls.minutes_of_each,
      customers.customers_customer_id_key,
      customers.country,
      sites.sites_site_id_key,
      sites.sites_name_value,
      RANK() OVER (PARTITION BY customers.country ORDER BY calls.calls_called_on DESC) AS moment
    FROM calls
    LEFT JOIN customers ON calls.calls_customer_id = customers.customers_customer_id_key
    JOIN sites ON calls.calls_site_id = sites.sites_site_id_key
  ),
  -- totals, one row a group
  totals AS (
    SELECT
      snapshots.country,
      SUM(snapshots.minutes_of_each) AS minutes_of_each
    FROM snapshots
    WHERE snapshots.moment = 1
      AND snapshots.sites_name_value
    GROUP BY snapshots.country
  ),
  -- rows numbered by their moment
  snapshots_2 AS (
    SELECT
      calls_2.calls_called_on,
      calls_2.calls_minutes,
      calls_2.calls_customer_id,
      calls_2.calls_site_id,
      calls_2.calls_2_rows,
      calls_2_customers.customers_customer_id_key,
      calls_2_customers.country,
      calls_2_sites.sites_site_id_key,
      calls_2_sites.sites_name_value,
      DENSE_RANK() OVER (PARTITION BY calls_2_customers.country ORDER BY calls_2.calls_called_on) AS moment
    FROM calls_2
    LEFT JOIN calls_2_customers ON calls_2.calls_customer_id = calls_2_customers.customers_customer_id_key
    JOIN calls_2_sites ON calls_2.calls_site_id = calls_2_sites.sites_site_id_key
  ),
  -- how many moments each period has
  snapshots_3 AS (
    SELECT
      snapshots_2.calls_called_on,
      snapshots_2.calls_minutes,
      snapshots_2.calls_customer_id,
      snapshots_2.calls_site_id,
      snapshots_2.calls_2_rows,
      snapshots_2.customers_customer_id_key,
      snapshots_2.country,
      snapshots_2.sites_site_id_key,
      snapshots_2.sites_name_value,
      snapshots_2.moment,
      MAX(snapshots_2.moment) OVER (PARTITION BY snapshots_2.country) AS moments
    FROM snapshots_2
  ),
  -- totals, one row a group
  totals_2 AS (
    SELECT
      snapshots_3.country,
      SUM(snapshots_3.calls_minutes * (1 / NULLIF(snapshots_3.moments, 0)) * snapshots_3.calls_2_rows) AS minutes_on_average
    FROM snapshots_3
    WHERE snapshots_3.sites_name_value
    GROUP BY snapshots_3.country
  )
SELECT
  facts.country,
  MAX(facts.minutes_of_each) AS minutes_of_each,
  MAX(facts.minutes_on_average) AS minutes_on_average
FROM (
  SELECT
    country,
    minutes_of_each,
    NULL AS minutes_on_average
  FROM totals
  UNION ALL
  SELECT
    country,
    NULL AS minutes_of_each,
    minutes_on_average
  FROM totals_2
) AS facts
GROUP BY facts.country
ORDER BY minutes_of_each DESC, facts.country
