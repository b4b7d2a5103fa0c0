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
  COUNT(*) AS RESPONSES_SHARE_PART
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
      COALESCE(SUM(surveys.responses_share_part), 0) AS responses_share_part
    FROM surveys
    JOIN sites ON surveys.surveys_site_id = sites.sites_site_id_key
    GROUP BY sites.region
  ),
  -- one row a group
  totals AS (
    SELECT
      facts.region,
      MAX(facts.tickets) AS tickets,
      MAX(facts.responses_share_part) AS responses_share_part
    FROM (
      SELECT
        region,
        tickets,
        NULL AS responses_share_part
      FROM tickets
      UNION ALL
      SELECT
        region,
        NULL AS tickets,
        responses_share_part
      FROM surveys_totals
    ) AS facts
    GROUP BY facts.region
  )
SELECT
  totals.region,
  COALESCE(totals.tickets, 0) AS tickets,
  COALESCE(totals.responses_share_part, 0) / NULLIF(SUM(COALESCE(totals.responses_share_part, 0)) OVER (), 0) AS responses_share
FROM totals
ORDER BY tickets DESC, totals.region
