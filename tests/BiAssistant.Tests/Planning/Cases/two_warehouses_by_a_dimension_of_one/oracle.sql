-- tickets
SELECT
  SITES.REGION,
  COUNT(*) AS TICKETS
FROM TICKETS
JOIN SITES ON TICKETS.SITE_ID = SITES.SITE_ID
GROUP BY SITES.REGION

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
  SITES.REGION
FROM SITES
GROUP BY SITES.SITE_ID, SITES.REGION

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
