-- calls
SELECT
  DATEFROMPARTS(YEAR(calls.called_on), 1, 1) AS year,
  CASE WHEN calls.minutes >= @p1 THEN 1 WHEN NOT calls.minutes >= @p1 THEN 0 END AS calls_minutes_value,
  calls.minutes AS calls_minutes,
  calls.site_id AS calls_site_id,
  COUNT_BIG(*) AS northern,
  SUM(CAST(0 AS BIGINT) + calls.minutes) AS mean_sum,
  COUNT_BIG(calls.minutes) AS mean_count
FROM calls
GROUP BY
  DATEFROMPARTS(YEAR(calls.called_on), 1, 1),
  CASE WHEN calls.minutes >= @p1 THEN 1 WHEN NOT calls.minutes >= @p1 THEN 0 END,
  calls.minutes,
  calls.site_id

-- sites
SELECT
  sites.site_id AS sites_site_id_key,
  CASE WHEN sites.region = @p1 THEN 1 WHEN NOT sites.region = @p1 THEN 0 END AS sites_region_value,
  CASE WHEN sites.region <> @p2 THEN 1 WHEN NOT sites.region <> @p2 THEN 0 END AS sites_region_value_2
FROM sites
GROUP BY
  sites.site_id,
  CASE WHEN sites.region = @p1 THEN 1 WHEN NOT sites.region = @p1 THEN 0 END,
  CASE WHEN sites.region <> @p2 THEN 1 WHEN NOT sites.region <> @p2 THEN 0 END

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
