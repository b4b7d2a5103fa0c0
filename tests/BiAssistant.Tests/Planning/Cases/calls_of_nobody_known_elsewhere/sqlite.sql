-- calls
SELECT
  calls.minutes > $p1 AS calls_minutes_value,
  calls.customer_id AS calls_customer_id,
  COUNT(*) AS calls,
  SUM(calls.minutes) AS sum_minutes
FROM calls
GROUP BY calls.minutes > $p1, calls.customer_id

-- customers
SELECT
  customers.customer_id AS customers_customer_id_key,
  customers.country = $p1 AS customers_country_value,
  customers.country AS customers_country
FROM customers
GROUP BY customers.customer_id, customers.country = $p1, customers.country

-- merge
SELECT
  COALESCE(SUM(calls.calls), 0) AS calls,
  SUM(calls.sum_minutes) AS sum_minutes
FROM calls
LEFT JOIN customers ON calls.calls_customer_id = customers.customers_customer_id_key
WHERE calls.calls_minutes_value AND customers.customers_country_value OR customers.customers_country IS NULL
