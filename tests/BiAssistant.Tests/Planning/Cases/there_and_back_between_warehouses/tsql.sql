-- calls
SELECT
  calls.site_id AS calls_site_id,
  COUNT_BIG(*) AS calls,
  SUM(CAST(0 AS BIGINT) + calls.minutes) AS sum_minutes
FROM calls
GROUP BY calls.site_id

-- sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region
FROM sites
GROUP BY sites.site_id, sites.region, CAST(sites.region AS VARBINARY(8000))

-- areas
SELECT
  areas.region AS areas_region_key,
  areas.manager
FROM areas
GROUP BY areas.region, areas.manager, CAST(areas.region AS VARBINARY(8000))

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
