-- surveys
SELECT
  surveys.site_id AS surveys_site_id,
  SUM(surveys.score) AS score_sum,
  COUNT(surveys.score) AS score_count
FROM surveys
GROUP BY surveys.site_id

-- sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region,
  sites.site_id AS site
FROM sites
GROUP BY sites.site_id, sites.region

-- surveys_2
SELECT
  surveys.site_id AS surveys_site_id,
  SUM(surveys.score) AS overall_score_sum,
  COUNT(surveys.score) AS overall_score_count
FROM surveys
GROUP BY surveys.site_id

-- surveys_2_sites
SELECT
  sites.site_id AS sites_site_id_key,
  sites.region
FROM sites
GROUP BY sites.site_id, sites.region

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
