-- calls
SELECT
  calls.minutes AS calls_minutes,
  calls.customer_id AS calls_customer_id,
  calls.site_id AS calls_site_id,
  SUM(calls.minutes) AS usual_minutes_sum,
  COUNT(calls.minutes) AS usual_minutes_count
FROM calls
GROUP BY calls.minutes, calls.customer_id, calls.site_id

-- customers
SELECT
  customers.customer_id AS customers_customer_id_key,
  customers.country
FROM customers
GROUP BY customers.customer_id, customers.country

-- sites
SELECT sites.site_id AS sites_site_id_key
FROM sites
WHERE sites.region = 'North'
GROUP BY sites.site_id

-- usual
SELECT
  calls.minutes AS calls_minutes,
  calls.site_id AS calls_site_id,
  COUNT(*) AS usual_rows
FROM calls
GROUP BY calls.minutes, calls.site_id

-- usual_sites
SELECT sites.site_id AS sites_site_id_key
FROM sites
WHERE sites.region = 'North'
GROUP BY sites.site_id

-- merge
WITH
  -- numbers that look at other groups
  compared AS (
    SELECT
      usual.calls_minutes,
      usual.calls_site_id,
      usual.usual_rows,
      usual_sites.sites_site_id_key,
      SUM(CASE WHEN usual.calls_minutes IS NOT NULL THEN usual.usual_rows ELSE 0 END) OVER (ORDER BY usual.calls_minutes) AS lower_quartile_up_to,
      SUM(CASE WHEN usual.calls_minutes IS NOT NULL THEN usual.usual_rows ELSE 0 END) OVER () AS lower_quartile_in_all,
      SUM(CASE WHEN usual.calls_minutes IS NOT NULL THEN usual.usual_rows ELSE 0 END) OVER (ORDER BY usual.calls_minutes) AS upper_quartile_up_to,
      SUM(CASE WHEN usual.calls_minutes IS NOT NULL THEN usual.usual_rows ELSE 0 END) OVER () AS upper_quartile_in_all
    FROM usual
    JOIN usual_sites ON usual.calls_site_id = usual_sites.sites_site_id_key
  ),
  -- all groups together
  wholes AS (
    SELECT
      MIN(CASE
        WHEN compared.lower_quartile_up_to > FLOOR((compared.lower_quartile_in_all - 1) * 0.25) THEN compared.calls_minutes
      END) + (MIN(CASE
        WHEN compared.lower_quartile_up_to > CEIL((compared.lower_quartile_in_all - 1) * 0.25) THEN compared.calls_minutes
      END) - MIN(CASE
        WHEN compared.lower_quartile_up_to > FLOOR((compared.lower_quartile_in_all - 1) * 0.25) THEN compared.calls_minutes
      END)) * ((MAX(compared.lower_quartile_in_all) - 1) * 0.25 - FLOOR((MAX(compared.lower_quartile_in_all) - 1) * 0.25)) AS lower_quartile,
      MIN(CASE
        WHEN compared.upper_quartile_up_to > FLOOR((compared.upper_quartile_in_all - 1) * 0.75) THEN compared.calls_minutes
      END) + (MIN(CASE
        WHEN compared.upper_quartile_up_to > CEIL((compared.upper_quartile_in_all - 1) * 0.75) THEN compared.calls_minutes
      END) - MIN(CASE
        WHEN compared.upper_quartile_up_to > FLOOR((compared.upper_quartile_in_all - 1) * 0.75) THEN compared.calls_minutes
      END)) * ((MAX(compared.upper_quartile_in_all) - 1) * 0.75 - FLOOR((MAX(compared.upper_quartile_in_all) - 1) * 0.75)) AS upper_quartile
    FROM compared
  )
SELECT
  customers.country,
  SUM(calls.usual_minutes_sum) / NULLIF(SUM(calls.usual_minutes_count), 0) AS usual_minutes
FROM calls
LEFT JOIN customers ON calls.calls_customer_id = customers.customers_customer_id_key
JOIN sites ON calls.calls_site_id = sites.sites_site_id_key
CROSS JOIN wholes
WHERE calls.calls_minutes BETWEEN wholes.lower_quartile - 0.2 * (wholes.upper_quartile - wholes.lower_quartile) AND wholes.upper_quartile + 0.2 * (wholes.upper_quartile - wholes.lower_quartile)
GROUP BY customers.country
ORDER BY usual_minutes DESC, customers.country
