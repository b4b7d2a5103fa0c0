-- calls
SELECT
  calls.minutes AS calls_minutes,
  calls.customer_id AS calls_customer_id,
  COUNT(*) AS calls_rows,
  SUM(calls.minutes) AS avg_minutes_sum,
  COUNT(calls.minutes) AS avg_minutes_count
FROM calls
GROUP BY calls.minutes, calls.customer_id, CAST(calls.customer_id AS BINARY)

-- customers
SELECT
  customers.customer_id AS customers_customer_id_key,
  customers.country
FROM customers
GROUP BY customers.customer_id, customers.country, CAST(customers.customer_id AS BINARY)

-- calls_2
SELECT AVG(CASE
    WHEN 2 * ranked.rank_1 BETWEEN ranked.count_1 AND ranked.count_1 + 2 THEN CAST(ranked.value_1 AS DOUBLE)
  END) AS overall_median_minutes
FROM (
  SELECT
    calls.minutes AS value_1,
    ROW_NUMBER() OVER (ORDER BY CASE WHEN calls.minutes IS NULL THEN 1 ELSE 0 END, calls.minutes) AS rank_1,
    COUNT(calls.minutes) OVER () AS count_1
  FROM calls
) AS ranked

-- merge
WITH
  -- numbers that look at other groups
  compared AS (
    SELECT
      calls.calls_minutes,
      calls.calls_customer_id,
      calls.calls_rows,
      calls.avg_minutes_sum,
      calls.avg_minutes_count,
      customers.customers_customer_id_key,
      customers.country,
      SUM(CASE WHEN calls.calls_minutes IS NOT NULL THEN calls.calls_rows ELSE 0 END) OVER (PARTITION BY customers.country ORDER BY calls.calls_minutes) AS median_minutes_up_to,
      SUM(CASE WHEN calls.calls_minutes IS NOT NULL THEN calls.calls_rows ELSE 0 END) OVER (PARTITION BY customers.country) AS median_minutes_in_all,
      SUM(CASE WHEN calls.calls_minutes IS NOT NULL THEN calls.calls_rows ELSE 0 END) OVER (PARTITION BY customers.country ORDER BY calls.calls_minutes) AS p80_minutes_up_to,
      SUM(CASE WHEN calls.calls_minutes IS NOT NULL THEN calls.calls_rows ELSE 0 END) OVER (PARTITION BY customers.country) AS p80_minutes_in_all,
      SUM(calls.calls_minutes * CASE WHEN calls.calls_minutes IS NOT NULL THEN calls.calls_rows ELSE 0 END) OVER (PARTITION BY customers.country) / NULLIF(SUM(CASE WHEN calls.calls_minutes IS NOT NULL THEN calls.calls_rows ELSE 0 END) OVER (PARTITION BY customers.country), 0) AS stddev_minutes_mean
    FROM calls
    LEFT JOIN customers ON calls.calls_customer_id = customers.customers_customer_id_key
  ),
  -- one row a group
  totals AS (
    SELECT
      compared.country,
      COUNT(DISTINCT compared.calls_minutes) AS count_distinct_minutes,
      (MIN(CASE
        WHEN compared.median_minutes_up_to * 2 >= compared.median_minutes_in_all THEN compared.calls_minutes
      END) + MIN(CASE
        WHEN compared.median_minutes_up_to * 2 > compared.median_minutes_in_all THEN compared.calls_minutes
      END)) * 0.5 AS median_minutes,
      MIN(CASE
        WHEN compared.p80_minutes_up_to > FLOOR((compared.p80_minutes_in_all - 1) * 0.8) THEN compared.calls_minutes
      END) + (MIN(CASE
        WHEN compared.p80_minutes_up_to > CEIL((compared.p80_minutes_in_all - 1) * 0.8) THEN compared.calls_minutes
      END) - MIN(CASE
        WHEN compared.p80_minutes_up_to > FLOOR((compared.p80_minutes_in_all - 1) * 0.8) THEN compared.calls_minutes
      END)) * ((MAX(compared.p80_minutes_in_all) - 1) * 0.8 - FLOOR((MAX(compared.p80_minutes_in_all) - 1) * 0.8)) AS p80_minutes,
      SQRT(SUM(CAST(compared.calls_minutes - compared.stddev_minutes_mean AS DOUBLE) * CAST(compared.calls_minutes - compared.stddev_minutes_mean AS DOUBLE) * CASE WHEN compared.calls_minutes IS NOT NULL THEN compared.calls_rows ELSE 0 END) / NULLIF(SUM(CASE WHEN compared.calls_minutes IS NOT NULL THEN compared.calls_rows ELSE 0 END) - 1, 0)) AS stddev_minutes,
      SUM(compared.avg_minutes_sum) / NULLIF(SUM(compared.avg_minutes_count), 0) AS avg_minutes
    FROM compared
    GROUP BY compared.country
  ),
  -- all groups together
  wholes AS (
    SELECT calls_2.overall_median_minutes
    FROM calls_2
  )
SELECT
  totals.country,
  COALESCE(totals.count_distinct_minutes, 0) AS count_distinct_minutes,
  totals.median_minutes,
  totals.p80_minutes,
  totals.stddev_minutes,
  totals.avg_minutes,
  wholes.overall_median_minutes
FROM totals
CROSS JOIN wholes
ORDER BY count_distinct_minutes DESC, totals.country
