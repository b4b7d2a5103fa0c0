-- surveys
SELECT
  surveys.answered_on,
  surveys.score,
  surveys.survey_id AS row_survey_id,
  surveys.site_id AS surveys_site_id
FROM surveys

-- sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region
FROM sites
GROUP BY sites.site_id, sites.region

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
