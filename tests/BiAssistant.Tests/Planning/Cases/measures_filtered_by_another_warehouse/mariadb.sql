-- calls
SELECT
  ranked.key_1 AS year,
  ranked.key_2 AS calls_minutes_value,
  ranked.key_3 AS calls_minutes,
  ranked.key_4 AS calls_site_id,
  COUNT(*) AS northern,
  SUM(ranked.value_2) AS mean_sum,
  COUNT(ranked.value_3) AS mean_count
FROM (
  SELECT
    CAST(DATE_FORMAT(calls.called_on, '%Y-01-01') AS DATE) AS key_1,
    calls.minutes >= @p1 AS key_2,
    calls.minutes AS key_3,
    calls.site_id AS key_4,
    calls.minutes AS value_2,
    calls.minutes AS value_3
  FROM calls
) AS ranked
GROUP BY ranked.key_1, ranked.key_2, ranked.key_3, ranked.key_4

-- sites
SELECT
  ranked.key_1 AS sites_site_id_key,
  ranked.key_2 AS sites_region_value,
  ranked.key_3 AS sites_region_value_2
FROM (
  SELECT
    sites.site_id AS key_1,
    sites.region = @p1 AS key_2,
    sites.region <> @p2 AS key_3
  FROM sites
) AS ranked
GROUP BY ranked.key_1, ranked.key_2, ranked.key_3

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
