-- calls
SELECT
  ranked.key_1 AS calls_minutes_value,
  ranked.key_2 AS calls_customer_id,
  COUNT(*) AS calls,
  SUM(ranked.value_2) AS sum_minutes
FROM (
  SELECT
    calls.minutes > @p1 AS key_1,
    calls.customer_id AS key_2,
    CAST(calls.customer_id AS BINARY) AS key_3,
    calls.minutes AS value_2
  FROM calls
) AS ranked
GROUP BY ranked.key_1, ranked.key_2, ranked.key_3

-- customers
SELECT
  ranked.key_1 AS customers_customer_id_key,
  ranked.key_2 AS customers_country_value,
  ranked.key_3 AS customers_country
FROM (
  SELECT
    customers.customer_id AS key_1,
    customers.country = @p1 AS key_2,
    customers.country AS key_3,
    CAST(customers.customer_id AS BINARY) AS key_4
  FROM customers
) AS ranked
GROUP BY ranked.key_1, ranked.key_2, ranked.key_3, ranked.key_4

-- merge
SELECT
  COALESCE(SUM(calls.calls), 0) AS calls,
  SUM(calls.sum_minutes) AS sum_minutes
FROM calls
LEFT JOIN customers ON calls.calls_customer_id = customers.customers_customer_id_key
WHERE calls.calls_minutes_value AND customers.customers_country_value OR customers.customers_country IS NULL
