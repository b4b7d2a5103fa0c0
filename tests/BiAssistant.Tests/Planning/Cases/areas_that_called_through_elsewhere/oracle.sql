-- areas
SELECT
  AREAS.REGION AS AREAS_REGION,
  COUNT(*) AS AREAS
FROM AREAS
GROUP BY AREAS.REGION

-- calls_of_areas
SELECT CALLS.SITE_ID AS CALLS_SITE_ID
FROM CALLS
GROUP BY CALLS.SITE_ID

-- sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

-- merge
WITH
  -- one row for each key
  looked_up AS (
    SELECT sites.region AS calls_of_areas_region_key
    FROM calls_of_areas
    JOIN sites ON calls_of_areas.calls_site_id = sites.sites_site_id_key
    GROUP BY sites.region
  )
SELECT COALESCE(SUM(areas.areas), 0) AS areas
FROM areas
JOIN looked_up ON areas.areas_region = looked_up.calls_of_areas_region_key
