-- calls
SELECT
  CALLS.MINUTES AS CALLS_MINUTES,
  CALLS.SITE_ID AS CALLS_SITE_ID,
  COUNT(*) AS CALLS
FROM CALLS
GROUP BY CALLS.MINUTES, CALLS.SITE_ID

-- sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

-- calls_2
SELECT
  CALLS.SITE_ID AS CALLS_SITE_ID,
  SUM(CALLS.MINUTES) AS AVG_MINUTES_SUM,
  COUNT(CALLS.MINUTES) AS AVG_MINUTES_COUNT
FROM CALLS
GROUP BY CALLS.SITE_ID

-- calls_2_sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

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
