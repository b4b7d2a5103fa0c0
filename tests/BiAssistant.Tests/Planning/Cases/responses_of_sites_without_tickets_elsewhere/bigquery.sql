-- surveys
SELECT
  surveys.site_id AS surveys_site_id,
  COUNT(*) AS responses
FROM surveys
GROUP BY surveys.site_id

-- sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region
FROM sites
LEFT JOIN (
  SELECT DISTINCT tickets.site_id
  FROM tickets
  WHERE CAST(tickets.opened_on AS DATE) >= @p1
    AND CAST(tickets.opened_on AS DATE) < @p2
) AS tickets_of_sites ON sites.site_id = tickets_of_sites.site_id
WHERE tickets_of_sites.site_id IS NULL
GROUP BY sites.site_id, sites.region

-- merge
SELECT
  sites.region,
  COALESCE(SUM(surveys.responses), 0) AS responses
FROM surveys
JOIN sites ON surveys.surveys_site_id = sites.sites_site_id_key
GROUP BY sites.region
ORDER BY responses DESC, sites.region
