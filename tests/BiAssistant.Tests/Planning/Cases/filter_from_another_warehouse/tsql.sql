-- surveys
SELECT
  surveys.site_id AS surveys_site_id,
  COUNT_BIG(*) AS responses
FROM surveys
GROUP BY surveys.site_id

-- sites
SELECT sites.site_id AS sites_site_id_key
FROM sites
WHERE sites.region = @p1
GROUP BY sites.site_id

-- merge
SELECT COALESCE(SUM(surveys.responses), 0) AS responses
FROM surveys
JOIN sites ON surveys.surveys_site_id = sites.sites_site_id_key
