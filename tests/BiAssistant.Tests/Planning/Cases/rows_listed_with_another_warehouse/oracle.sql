-- surveys
SELECT
  SURVEYS.ANSWERED_ON,
  SURVEYS.SCORE,
  SURVEYS.SURVEY_ID AS ROW_SURVEY_ID,
  SURVEYS.SITE_ID AS SURVEYS_SITE_ID
FROM SURVEYS

-- sites
SELECT
  SITES.SITE_ID AS SITES_SITE_ID_KEY,
  SITES.REGION
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

-- merge
WITH
  -- each group's place; equal values share one
  ranked AS (
    SELECT
      surveys.answered_on,
      sites.region,
      surveys.score,
      surveys.row_survey_id,
      RANK() OVER (ORDER BY surveys.score) AS position
    FROM surveys
    JOIN sites ON surveys.surveys_site_id = sites.sites_site_id_key
  )
SELECT
  answered_on,
  region,
  score,
  row_survey_id
FROM ranked
WHERE position <= 2
ORDER BY score, answered_on, region, row_survey_id
