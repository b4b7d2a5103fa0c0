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
  COUNT(*) AS responses
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
