-- calls
SELECT
  CALLS.MINUTES AS CALLS_MINUTES,
  CALLS.SITE_ID AS CALLS_SITE_ID,
  COUNT(*) AS CALLS,
  MAX(CALLS.MINUTES) AS MAX_MINUTES
FROM CALLS
GROUP BY CALLS.MINUTES, CALLS.SITE_ID

-- sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION AS SITES_REGION
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

-- avg_hours_found
SELECT
  SITES.REGION AS AVG_HOURS_FOUND_REGION_KEY,
  AVG(TICKETS.HOURS) AS AVG_HOURS_FOUND_AVG_HOURS
FROM TICKETS
JOIN SITES ON TICKETS.SITE_ID = SITES.SITE_ID
GROUP BY SITES.REGION

-- merge
SELECT
  COALESCE(SUM(calls.calls), 0) AS calls,
  MAX(calls.max_minutes) AS max_minutes
FROM calls
JOIN sites ON calls.calls_site_id = sites.sites_site_id_key
LEFT JOIN avg_hours_found ON sites.sites_region IS NOT DISTINCT FROM avg_hours_found.avg_hours_found_region_key
WHERE calls.calls_minutes > avg_hours_found.avg_hours_found_avg_hours
