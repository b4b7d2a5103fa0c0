-- calls
SELECT
  calls.called_on AS calls_called_on,
  calls.customer_id AS calls_customer_id,
  calls.site_id AS calls_site_id,
  SUM(calls.minutes) AS minutes_of_each
FROM calls
WHERE calls.called_on < @p1
GROUP BY calls.called_on, calls.customer_id, calls.site_id, CAST(calls.customer_id AS BINARY)

-- customers
SELECT
  customers.customer_id AS customers_customer_id_key,
  customers.country
FROM customers
GROUP BY customers.customer_id, customers.country, CAST(customers.customer_id AS BINARY)

-- sites
SELECT
  ranked.key_1 AS sites_site_id_key,
  ranked.key_2 AS sites_name_value
FROM (
  SELECT
    sites.site_id AS key_1,
    sites.name = @p1 AS key_2
  FROM sites
) AS ranked
GROUP BY ranked.key_1, ranked.key_2

-- calls_2
SELECT
  calls.called_on AS calls_called_on,
  calls.minutes AS calls_minutes,
  calls.customer_id AS calls_customer_id,
  calls.site_id AS calls_site_id,
  COUNT(*) AS calls_2_rows
FROM calls
WHERE calls.called_on < @p1
GROUP BY
  calls.called_on,
  calls.minutes,
  calls.customer_id,
  calls.site_id,
  CAST(calls.customer_id AS BINARY)

-- calls_2_customers
SELECT
  customers.customer_id AS customers_customer_id_key,
  customers.country
FROM customers
GROUP BY customers.customer_id, customers.country, CAST(customers.customer_id AS BINARY)

-- calls_2_sites
SELECT
  ranked.key_1 AS sites_site_id_key,
  ranked.key_2 AS sites_name_value
FROM (
  SELECT
    sites.site_id AS key_1,
    sites.name = @p1 AS key_2
  FROM sites
) AS ranked
GROUP BY ranked.key_1, ranked.key_2

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
