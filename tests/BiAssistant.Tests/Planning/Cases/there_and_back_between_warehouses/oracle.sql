-- calls
SELECT
  CALLS.SITE_ID AS CALLS_SITE_ID,
  COUNT(*) AS CALLS,
  SUM(CALLS.MINUTES) AS SUM_MINUTES
FROM CALLS
GROUP BY CALLS.SITE_ID

-- sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

-- areas
SELECT
  AREAS.REGION AS AREAS_REGION_KEY,
  AREAS.MANAGER
FROM AREAS
GROUP BY AREAS.REGION, AREAS.MANAGER

-- merge
SELECT
  areas.manager,
  sites.region,
  COALESCE(SUM(calls.calls), 0) AS calls,
  SUM(calls.sum_minutes) AS sum_minutes
FROM calls
JOIN sites ON calls.calls_site_id = sites.sites_site_id_key
LEFT JOIN areas ON sites.region = areas.areas_region_key
GROUP BY areas.manager, sites.region
ORDER BY calls DESC, areas.manager, sites.region
