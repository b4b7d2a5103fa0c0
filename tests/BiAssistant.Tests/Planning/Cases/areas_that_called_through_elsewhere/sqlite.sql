-- areas
SELECT
  areas.region AS areas_region,
  COUNT(*) AS areas
FROM areas
GROUP BY areas.region

-- calls_of_areas
SELECT calls.site_id AS calls_site_id
FROM calls
GROUP BY calls.site_id

-- sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region
FROM sites
GROUP BY sites.site_id, sites.region

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
