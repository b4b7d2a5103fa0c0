-- calls
SELECT
  calls.minutes AS calls_minutes,
  calls.site_id AS calls_site_id,
  COUNT_BIG(*) AS calls
FROM calls
GROUP BY calls.minutes, calls.site_id

-- sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region
FROM sites
GROUP BY sites.site_id, sites.region, CAST(sites.region AS VARBINARY(8000))

-- calls_2
SELECT
  calls.site_id AS calls_site_id,
  SUM(CAST(0 AS BIGINT) + calls.minutes) AS avg_minutes_sum,
  COUNT_BIG(calls.minutes) AS avg_minutes_count
FROM calls
GROUP BY calls.site_id

-- calls_2_sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region
FROM sites
GROUP BY sites.site_id, sites.region

-- merge
WITH
  -- one row for each key
  looked_up AS (
    SELECT
      calls_2_sites.region AS avg_minutes_found_region_key,
      SUM(calls_2.avg_minutes_sum) / NULLIF(SUM(calls_2.avg_minutes_count), 0) AS avg_minutes_found_avg_minutes
    FROM calls_2
    JOIN calls_2_sites ON calls_2.calls_site_id = calls_2_sites.sites_site_id_key
    GROUP BY calls_2_sites.region
  )
SELECT
  sites.region,
  COALESCE(SUM(calls.calls), 0) AS calls
FROM calls
JOIN sites ON calls.calls_site_id = sites.sites_site_id_key
LEFT JOIN looked_up ON sites.region IS NOT DISTINCT FROM looked_up.avg_minutes_found_region_key
WHERE calls.calls_minutes > looked_up.avg_minutes_found_avg_minutes
GROUP BY sites.region
ORDER BY calls DESC, sites.region
