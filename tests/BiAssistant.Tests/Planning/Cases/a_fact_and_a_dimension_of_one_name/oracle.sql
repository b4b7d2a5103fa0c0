-- surveys
SELECT
  SURVEYS.SITE_ID AS SURVEYS_SITE_ID,
  COUNT(*) AS RESPONSES
FROM SURVEYS
GROUP BY SURVEYS.SITE_ID

-- surveys_sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

-- sites
SELECT
  SITES.REGION,
  COUNT(*) AS SITES_COUNT
FROM SITES
GROUP BY SITES.REGION

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
