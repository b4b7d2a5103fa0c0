-- calls
SELECT
  calls.minutes AS calls_minutes,
  calls.site_id AS calls_site_id,
  COUNT_BIG(*) AS calls,
  MAX(calls.minutes) AS max_minutes
FROM calls
GROUP BY calls.minutes, calls.site_id

-- sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region AS sites_region
FROM sites
GROUP BY sites.site_id, sites.region, CAST(sites.region AS VARBINARY(8000))

-- avg_hours_found
SELECT
  sites.region AS avg_hours_found_region_key,
  AVG(CAST(tickets.hours AS FLOAT)) AS avg_hours_found_avg_hours
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
GROUP BY sites.region

-- merge
SELECT
  COALESCE(SUM(calls.calls), 0) AS calls,
  MAX(calls.max_minutes) AS max_minutes
FROM calls
JOIN sites ON calls.calls_site_id = sites.sites_site_id_key
LEFT JOIN avg_hours_found ON sites.sites_region IS NOT DISTINCT FROM avg_hours_found.avg_hours_found_region_key
WHERE calls.calls_minutes > avg_hours_found.avg_hours_found_avg_hours
