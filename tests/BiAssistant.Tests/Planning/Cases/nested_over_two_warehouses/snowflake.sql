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
  COUNT(*) AS RESPONSES
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
      COALESCE(SUM(surveys.responses), 0) AS responses
    FROM surveys
    JOIN sites ON surveys.surveys_site_id = sites.sites_site_id_key
    GROUP BY sites.region
  ),
  -- one row for each result of the inner question
  results AS (
    SELECT
      facts.region,
      COALESCE(MAX(facts.tickets), 0) AS tickets,
      COALESCE(MAX(facts.responses), 0) AS responses
    FROM (
      SELECT
        region,
        tickets,
        NULL AS responses
      FROM tickets
      UNION ALL
      SELECT
        region,
        NULL AS tickets,
        responses
      FROM surveys_totals
    ) AS facts
    GROUP BY facts.region
  )
SELECT
  MAX(results.responses) AS max_responses,
  SUM(results.tickets) AS sum_tickets
FROM results
