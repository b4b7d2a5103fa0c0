-- surveys
SELECT
  SURVEYS.SITE_ID AS SURVEYS_SITE_ID,
  SUM(SURVEYS.SCORE) AS SCORE_SUM,
  COUNT(SURVEYS.SCORE) AS SCORE_COUNT
FROM SURVEYS
GROUP BY SURVEYS.SITE_ID

-- sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION,
  SITES.SITE_ID AS SITE
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

-- surveys_2
SELECT
  SURVEYS.SITE_ID AS SURVEYS_SITE_ID,
  SUM(SURVEYS.SCORE) AS OVERALL_SCORE_SUM,
  COUNT(SURVEYS.SCORE) AS OVERALL_SCORE_COUNT
FROM SURVEYS
GROUP BY SURVEYS.SITE_ID

-- surveys_2_sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

-- merge
WITH
  -- one row a group
  totals AS (
    SELECT
      sites.region,
      sites.site,
      SUM(surveys.score_sum) / NULLIF(SUM(surveys.score_count), 0) AS score
    FROM surveys
    JOIN sites ON surveys.surveys_site_id = sites.sites_site_id_key
    GROUP BY sites.region, sites.site
  ),
  -- one row for each region
  wholes AS (
    SELECT
      surveys_2_sites.region,
      SUM(surveys_2.overall_score_sum) / NULLIF(SUM(surveys_2.overall_score_count), 0) AS overall_score
    FROM surveys_2
    JOIN surveys_2_sites ON surveys_2.surveys_site_id = surveys_2_sites.sites_site_id_key
    GROUP BY surveys_2_sites.region
  )
SELECT
  totals.region,
  totals.site,
  totals.score,
  wholes.overall_score
FROM totals
LEFT JOIN wholes ON totals.region IS NOT DISTINCT FROM wholes.region
ORDER BY totals.score DESC, totals.region, totals.site
