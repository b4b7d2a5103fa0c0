-- calls
SELECT
  TRUNC(CALLS.CALLED_ON, 'YYYY') AS YEAR,
  CASE WHEN CALLS.MINUTES >= :p1 THEN 1 WHEN NOT CALLS.MINUTES >= :p1 THEN 0 END AS CALLS_MINUTES_VALUE,
  CALLS.MINUTES AS CALLS_MINUTES,
  CALLS.SITE_ID AS CALLS_SITE_ID,
  COUNT(*) AS NORTHERN,
  SUM(CALLS.MINUTES) AS MEAN_SUM,
  COUNT(CALLS.MINUTES) AS MEAN_COUNT
FROM CALLS
GROUP BY
  TRUNC(CALLS.CALLED_ON, 'YYYY'),
  CASE WHEN CALLS.MINUTES >= :p1 THEN 1 WHEN NOT CALLS.MINUTES >= :p1 THEN 0 END,
  CALLS.MINUTES,
  CALLS.SITE_ID

-- sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  CASE WHEN SITES.REGION = :p1 THEN 1 WHEN NOT SITES.REGION = :p1 THEN 0 END AS SITES_REGION_VALUE,
  CASE WHEN SITES.REGION <> :p2 THEN 1 WHEN NOT SITES.REGION <> :p2 THEN 0 END AS SITES_REGION_VALUE_2
FROM SITES
GROUP BY
  SITES.SITE_ID,
  CASE WHEN SITES.REGION = :p1 THEN 1 WHEN NOT SITES.REGION = :p1 THEN 0 END,
  CASE WHEN SITES.REGION <> :p2 THEN 1 WHEN NOT SITES.REGION <> :p2 THEN 0 END

-- merge
SELECT
  calls.year,
  COALESCE(SUM(calls.northern) FILTER (WHERE sites.sites_region_value), 0) AS northern,
  SUM(calls.mean_sum) FILTER (WHERE calls.calls_minutes_value OR sites.sites_region_value) / NULLIF(SUM(calls.mean_count) FILTER (WHERE calls.calls_minutes_value OR sites.sites_region_value), 0) AS mean,
  COUNT(DISTINCT CASE WHEN sites.sites_region_value_2 THEN calls.calls_minutes END) AS lengths
FROM calls
JOIN sites ON calls.calls_site_id = sites.sites_site_id_key
WHERE sites.sites_region_value OR calls.calls_minutes_value OR sites.sites_region_value OR sites.sites_region_value_2
GROUP BY calls.year
ORDER BY calls.year
