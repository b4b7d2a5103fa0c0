-- tickets
SELECT
  sites.region,
  COUNT_BIG(*) AS tickets
FROM tickets
JOIN sites ON tickets.site_id = sites.site_id
GROUP BY sites.region

-- surveys
SELECT
  surveys.site_id AS surveys_site_id,
  COUNT_BIG(*) AS responses_share_part
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
