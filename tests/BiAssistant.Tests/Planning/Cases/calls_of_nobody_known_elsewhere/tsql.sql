-- calls
SELECT
  CASE WHEN calls.minutes > @p1 THEN 1 WHEN NOT calls.minutes > @p1 THEN 0 END AS calls_minutes_value,
  calls.customer_id AS calls_customer_id,
  COUNT_BIG(*) AS calls,
  SUM(CAST(0 AS BIGINT) + calls.minutes) AS sum_minutes
FROM calls
GROUP BY
  CASE WHEN calls.minutes > @p1 THEN 1 WHEN NOT calls.minutes > @p1 THEN 0 END,
  calls.customer_id,
  CAST(calls.customer_id AS VARBINARY(8000))

-- customers
SELECT
  customers.customer_id AS customers_customer_id_key,
  CASE WHEN customers.country = @p1 THEN 1 WHEN NOT customers.country = @p1 THEN 0 END AS customers_country_value,
  customers.country AS customers_country
FROM customers
GROUP BY
  customers.customer_id,
  CASE WHEN customers.country = @p1 THEN 1 WHEN NOT customers.country = @p1 THEN 0 END,
  customers.country,
  CAST(customers.customer_id AS VARBINARY(8000))

-- merge
SELECT
  COALESCE(SUM(calls.calls), 0) AS calls,
  SUM(calls.sum_minutes) AS sum_minutes
FROM calls
LEFT JOIN customers ON calls.calls_customer_id = customers.customers_customer_id_key
WHERE calls.calls_minutes_value AND customers.customers_country_value OR customers.customers_country IS NULL
