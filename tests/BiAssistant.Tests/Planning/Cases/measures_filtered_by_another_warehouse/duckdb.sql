-- calls
SELECT
  CAST(DATE_TRUNC('year', calls.called_on) AS DATE) AS year,
  calls.minutes >= $p1 AS calls_minutes_value,
  calls.minutes AS calls_minutes,
  calls.site_id AS calls_site_id,
  COUNT(*) AS northern,
  SUM(calls.minutes) AS mean_sum,
  COUNT(calls.minutes) AS mean_count
FROM calls
GROUP BY
  CAST(DATE_TRUNC('year', calls.called_on) AS DATE),
  calls.minutes >= $p1,
  calls.minutes,
  calls.site_id

-- sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region = $p1 AS sites_region_value,
  sites.region <> $p2 AS sites_region_value_2
FROM sites
GROUP BY sites.site_id, sites.region = $p1, sites.region <> $p2

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
