-- surveys
SELECT
  surveys.site_id AS surveys_site_id,
  COUNT(*) AS responses
FROM surveys
GROUP BY surveys.site_id

-- surveys_sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region
FROM sites
GROUP BY sites.site_id, sites.region

-- sites
SELECT
  sites.region,
  COUNT(*) AS sites_count
FROM sites
GROUP BY sites.region

-- merge
WITH
  -- surveys totals, one row a group
  surveys_totals AS (
    SELECT
      surveys_sites.region,
      COALESCE(SUM(surveys.responses), 0) AS responses
    FROM surveys
    JOIN surveys_sites ON surveys.surveys_site_id = surveys_sites.sites_site_id_key
    GROUP BY surveys_sites.region
  )
SELECT
  facts.region,
  COALESCE(MAX(facts.responses), 0) AS responses,
  COALESCE(MAX(facts.sites_count), 0) AS sites_count
FROM (
  SELECT
    region,
    responses,
    NULL AS sites_count
  FROM surveys_totals
  UNION ALL
  SELECT
    region,
    NULL AS responses,
    sites_count
  FROM sites
) AS facts
GROUP BY facts.region
ORDER BY responses DESC, facts.region
