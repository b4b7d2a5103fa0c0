-- tickets
SELECT
  sites.region,
  COUNT(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
GROUP BY sites.region

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
  sites.region
FROM sites
GROUP BY sites.site_id, sites.region

-- merge
WITH
  -- surveys totals, one row a group
  surveys_totals AS (
    SELECT
      sites.region,
      SUM(surveys.score_sum) / NULLIF(SUM(surveys.score_count), 0) AS score
    FROM surveys
    JOIN sites ON surveys.surveys_site_id = sites.sites_site_id_key
    GROUP BY sites.region
  )
SELECT
  facts.region,
  COALESCE(MAX(facts.tickets), 0) AS tickets,
  MAX(facts.score) AS score
FROM (
  SELECT
    region,
    tickets,
    NULL AS score
  FROM tickets
  UNION ALL
  SELECT
    region,
    NULL AS tickets,
    score
  FROM surveys_totals
) AS facts
GROUP BY facts.region
ORDER BY tickets DESC, facts.region
